import { execFile } from 'node:child_process'
import {
  existsSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { root } from './guide.ts'

const workspace = '{.ci,packages/*,apps/*,e2e,bench}/package.json'

/** A copy of the sources in a folder of its own, gone with the test. Installed packages are shared; our own are the copies. */
export const copyTree = () => {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'livedesk-guide-')))
  const places = globSync(workspace, { cwd: root }).map(dirname)
  for (const place of places) cpSync(join(root, place), join(copy, place), { recursive: true, filter: isSource })
  for (const file of readdirSync(root).filter((name) => /\.(?:json|yaml)$/u.test(name)))
    cpSync(join(root, file), join(copy, file))
  for (const place of ['.', ...places]) linkPackages(place, copy)

  const run = (place: string, ...command: string[]) => runNode(join(copy, place), command)
  return {
    /** Puts a file into the copy as `change` makes it of the original; nothing at all is an empty one. */
    put: (file: string, change: (source: string) => string) => {
      const original = join(root, file)
      const source = change(existsSync(original) ? readFileSync(original, 'utf8') : '')
      if (source === '') rmSync(join(copy, file), { force: true })
      else writeFileSync(join(copy, file), source)
    },
    run,
    /** What the compiler says first of these packages, or of all: nothing, if they compile as their own `types` scripts say. */
    compile: async (...only: string[]) => {
      for (const place of only.length > 0 ? only : places) {
        for (const args of compilations(place)) {
          const { code, output } = await run(place, ...args)
          if (code !== 0) return `${place}: ${output}`
        }
      }
      return ''
    },
    vitest: (place: string, ...files: string[]) => run(place, tool(place, 'vitest', 'vitest.mjs'), 'run', ...files),
    [Symbol.dispose]: () => rmSync(copy, { recursive: true, force: true }),
  }
}

const isSource = (path: string) => !['node_modules', 'dist', '.data', '.turbo'].includes(basename(path))

/** Gives a copied package the installed ones of its original; the desk's own packages become the copies. */
const linkPackages = (place: string, copy: string) => {
  const [installed, linked] = [join(root, place, 'node_modules'), join(copy, place, 'node_modules')]
  for (const name of readdirSync(installed).flatMap((name) =>
    name.startsWith('@') ? scoped(installed, name) : [name],
  )) {
    const target = realpathSync(join(installed, name))
    const isOwn = !relative(root, target).startsWith('..') && !target.includes('node_modules')
    mkdirSync(dirname(join(linked, name)), { recursive: true })
    symlinkSync(isOwn ? join(copy, relative(root, target)) : target, join(linked, name))
  }
}

const scoped = (installed: string, scope: string) =>
  readdirSync(join(installed, scope)).map((name) => `${scope}/${name}`)

const compilations = (place: string) => {
  const { scripts } = Package.parse(JSON.parse(readFileSync(join(root, place, 'package.json'), 'utf8')))
  const tsc = (command: string) => [
    tool(place, 'typescript', 'bin/tsc'),
    ...command.trim().split(' ').slice(1),
    '--pretty',
    'false',
  ]
  return scripts.types.split('&&').map(tsc)
}

const Package = z.object({ scripts: z.object({ types: z.string() }) })

const tool = (place: string, name: string, file: string) =>
  join(realpathSync(join(root, place, 'node_modules', name)), file)

const runNode = (cwd: string, command: readonly string[]) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, command, { cwd, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr })
    })
  })
