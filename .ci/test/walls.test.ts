import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'

const root = fileURLToPath(new URL('../../', import.meta.url))

const forbidden = [
  [
    'a feature of the API that imports another',
    'eslint(no-restricted-imports)',
    'apps/api/src/tickets/x.ts',
    "export { x } from '../chats/x.ts'",
  ],
  [
    'the live layer importing a feature',
    'eslint(no-restricted-imports)',
    'apps/api/src/live/x.ts',
    "export { x } from '../tickets/x.ts'",
  ],
  [
    'the live layer importing a type of a feature',
    'eslint(no-restricted-imports)',
    'apps/api/src/live/x.ts',
    "export type { X } from '../people/x.ts'",
  ],
  [
    'the live layer importing HTTP',
    'eslint(no-restricted-imports)',
    'apps/api/src/live/x.ts',
    "export { x } from '../http/x.ts'",
  ],
  [
    'HTTP importing a feature',
    'eslint(no-restricted-imports)',
    'apps/api/src/http/x.ts',
    "export { x } from '../people/x.ts'",
  ],
  [
    'the database importing the live layer',
    'eslint(no-restricted-imports)',
    'apps/api/src/db/x.ts',
    "export { x } from '../live/x.ts'",
  ],
  [
    'a feature reaching up to the app',
    'eslint(no-restricted-imports)',
    'apps/api/src/tickets/x.ts',
    "export { x } from '../app.ts'",
  ],
  [
    'a feature of the web app that imports another',
    'eslint(no-restricted-imports)',
    'apps/web/src/tickets/x.ts',
    "export { x } from '../chats/x.ts'",
  ],
  [
    'a feature reaching up to the shell',
    'eslint(no-restricted-imports)',
    'apps/web/src/chats/x.ts',
    "export { x } from '../app/x.ts'",
  ],
  [
    'the server layer importing a feature',
    'eslint(no-restricted-imports)',
    'apps/web/src/server/x.ts',
    "export { x } from '../tickets/x.ts'",
  ],
  [
    'the building blocks importing the server layer',
    'eslint(no-restricted-imports)',
    'apps/web/src/ui/x.ts',
    "export { x } from '../server/x.ts'",
  ],
  [
    'what is written with importing a feature',
    'eslint(no-restricted-imports)',
    'apps/web/src/writing/x.ts',
    "export { x } from '../tickets/x.ts'",
  ],
  [
    'the table of commands importing a feature',
    'eslint(no-restricted-imports)',
    'apps/web/src/commands/x.ts',
    "export { x } from '../tickets/x.ts'",
  ],
  [
    'a feature that fetches',
    'eslint(no-restricted-globals)',
    'apps/web/src/tickets/x.ts',
    "export const x = () => fetch('/api/tickets')",
  ],
  [
    'a feature that fetches by another name',
    'eslint(no-restricted-properties)',
    'apps/web/src/tickets/x.ts',
    "export const x = () => window.fetch('/api/tickets')",
  ],
  [
    'a feature that opens a socket',
    'eslint(no-restricted-globals)',
    'apps/web/src/chats/x.ts',
    "export const x = () => new WebSocket('/api/ws')",
  ],
  [
    'a second reader of the environment',
    'node(no-process-env)',
    'apps/api/src/people/x.ts',
    "export const x = process.env['PORT']",
  ],
  [
    'a type assertion',
    'typescript(consistent-type-assertions)',
    'apps/api/src/people/x.ts',
    'export const x = (y: unknown) => y as string',
  ],
] as const

const allowed = [
  [
    'a feature importing the live layer, HTTP and the database',
    'apps/api/src/tickets/x.ts',
    "export { x } from '../live/x.ts'\nexport { y } from '../http/y.ts'\nexport { z } from '../db/z.ts'",
  ],
  ['the live layer importing the database', 'apps/api/src/live/x.ts', "export { x } from '../db/x.ts'"],
  [
    'a feature of the web app importing the server layer and building blocks',
    'apps/web/src/tickets/x.ts',
    "export { x } from '../server/x.ts'\nexport { y } from '../ui/y.ts'",
  ],
  ['the server layer fetching', 'apps/web/src/server/x.ts', "export const x = () => fetch('/api/tickets')"],
  ['the config module reading the environment', 'apps/api/src/config.ts', "export const x = process.env['PORT']"],
] as const

test.each(forbidden)('%s does not pass the linter', async (_what, rule, file, text) => {
  expect(await lint(file, text)).toContain(rule)
})

test.each(allowed)('%s passes the linter', async (_what, file, text) => {
  expect(await lint(file, text)).toEqual([])
})

/** The folders that stand above the features: they put everything together, so they may import it. */
const above = ['apps/api/src/demo', 'apps/api/src/start', 'apps/web/src/app']

test('a folder that was added has a wall too', async () => {
  const folders = await Promise.all(
    ['apps/api/src', 'apps/web/src'].map(async (source) => {
      const entries = await readdir(join(root, source), { withFileTypes: true })
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${source}/${name}`)
    }),
  )
  for (const folder of folders.flat().filter((name) => !above.includes(name))) {
    expect(await lint(`${folder}/x.ts`, "export { x } from '../main.ts'"), folder).toContain(
      'eslint(no-restricted-imports)',
    )
  }
})

const crossings = [
  ['the web app importing the API', 'apps/web', '@livedesk/api'],
  ['the API importing the web app', 'apps/api', '@livedesk/web'],
  ['the contract importing the queue', 'packages/events', '@livedesk/queue'],
  ['the queue importing the resources', 'packages/queue', '@livedesk/resources'],
] as const

test.each(crossings)(
  '%s does not pass the walls between packages, even when it is declared',
  async (_what, folder, name) => {
    await using tree = await copyOfTree()
    expect(await tree.boundaries()).toBe(0)
    await tree.write(`${folder}/src/x.ts`, `export * from '${name}'\n`)
    await tree.declare(folder, name)
    expect(await tree.boundaries()).not.toBe(0)
  },
)

test('a relative path out of a package does not pass the walls between packages', async () => {
  await using tree = await copyOfTree()
  await tree.write('apps/web/src/x.ts', "export * from '../../api/src/x.ts'\n")
  expect(await tree.boundaries()).not.toBe(0)
})

/** The rules that a file breaks which does not exist in the tree, under the tree's own settings. */
const lint = async (file: string, text: string) => {
  await using tree = await copyOfTree()
  await tree.write(file, `${text}\n`)
  const { output } = await tree.run('oxlint', ['--format=json', file])
  const rules = LintReport.parse(JSON.parse(output)).diagnostics.map(({ code }) => code)
  // The copy has no installed types, which the typed rules remark on.
  return rules.filter((rule) => rule !== 'typescript(tsconfig-error)')
}

const LintReport = z.object({ diagnostics: z.array(z.object({ code: z.string() })) })
const Manifest = z.looseObject({ dependencies: z.record(z.string(), z.string()) })

/** The workspace without its sources: only what the tools read to know its walls. */
const copyOfTree = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'livedesk-walls-'))
  const packages = [
    '.ci',
    'apps/api',
    'apps/web',
    'bench',
    'e2e',
    'packages/events',
    'packages/queue',
    'packages/resources',
  ]
  const files = [
    'package.json',
    'pnpm-workspace.yaml',
    'pnpm-lock.yaml',
    'turbo.json',
    '.oxlintrc.json',
    'tsconfig.base.json',
    ...packages.flatMap((name) => [`${name}/package.json`, `${name}/turbo.json`, `${name}/tsconfig.json`]),
  ]
  for (const file of files) await cp(join(root, file), join(folder, file))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await exec('git', ['init', '--quiet'], folder)

  const run = (program: string, args: readonly string[]) => exec(join(root, 'node_modules/.bin', program), args, folder)
  return {
    run,
    boundaries: async () => (await run('turbo', ['boundaries'])).code,
    write: async (file: string, text: string) => {
      await mkdir(dirname(join(folder, file)), { recursive: true })
      await writeFile(join(folder, file), text)
    },
    declare: async (name: string, dependency: string) => {
      const file = join(folder, name, 'package.json')
      const manifest = Manifest.parse(JSON.parse(await readFile(file, 'utf8')))
      const dependencies = { ...manifest.dependencies, [dependency]: 'workspace:*' }
      await writeFile(file, JSON.stringify({ ...manifest, dependencies }))
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

const exec = (program: string, args: readonly string[], cwd: string) =>
  new Promise<{ code: number | string | null | undefined; output: string }>((resolve) => {
    const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' }
    execFile(program, args, { cwd, env }, (error, output) => resolve({ code: error ? error.code : 0, output }))
  })
