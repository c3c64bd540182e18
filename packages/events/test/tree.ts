import { execFile } from 'node:child_process'
import {
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
import { basename, dirname, join } from 'node:path'
import { root } from './guide.ts'

const folders = ['packages', 'apps', 'docs']

/** A copy of the sources in a folder of its own, gone with the test. Installed packages are shared; our own are the copies. */
export const copyTree = () => {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'livedesk-')))
  const places = globSync('{packages,apps}/*/package.json', { cwd: root }).map(dirname)
  for (const folder of folders) cpSync(join(root, folder), join(copy, folder), { recursive: true, filter: isSource })
  for (const file of readdirSync(root).filter((name) => /\.(?:json|yaml)$/u.test(name)))
    cpSync(join(root, file), join(copy, file))
  for (const place of ['.', ...places]) linkPackages(join(root, place), join(copy, place), copy)

  const run = (place: string, ...command: string[]) => runNode(join(copy, place), command)
  return {
    edit: (file: string, change: (source: string) => string) => {
      const place = join(copy, file)
      mkdirSync(dirname(place), { recursive: true })
      writeFileSync(place, change(tryRead(place)))
    },
    run,
    /** What the compiler says of every package, empty if it is content. */
    compile: async () => {
      const said = await Promise.all(
        places.map((place) => run(place, tool(place, 'typescript', 'bin/tsc'), '--pretty', 'false')),
      )
      return said.flatMap(({ code, output }, index) => (code === 0 ? [] : [`${places[index]}: ${output}`])).join('\n')
    },
    vitest: (place: string, ...files: string[]) => run(place, tool(place, 'vitest', 'vitest.mjs'), 'run', ...files),
    [Symbol.dispose]: () => rmSync(copy, { recursive: true, force: true }),
  }
}

const isSource = (path: string) => !['node_modules', 'dist', '.data', '.turbo'].includes(basename(path))

/** Gives a copied package the installed ones of its original; the desk's own packages become the copies. */
const linkPackages = (original: string, copy: string, root: string) => {
  const installed = join(original, 'node_modules')
  const linked = join(copy, 'node_modules')
  mkdirSync(linked, { recursive: true })
  for (const name of readdirSync(installed)) {
    if (name !== '@livedesk') symlinkSync(realpathSync(join(installed, name)), join(linked, name))
    else {
      mkdirSync(join(linked, name))
      for (const own of readdirSync(join(installed, name)))
        symlinkSync(join(root, 'packages', own), join(linked, name, own))
    }
  }
}

const tool = (place: string, name: string, file: string) =>
  join(realpathSync(join(root, place, 'node_modules', name)), file)

const runNode = (cwd: string, command: readonly string[]) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, command, { cwd, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr })
    })
  })

const tryRead = (place: string) => {
  try {
    return readFileSync(place, 'utf8')
  } catch {
    return ''
  }
}
