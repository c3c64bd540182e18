import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const most = 300_000

/** Fails a build whose first picture would need more than 300 kB of script, as it travels. */
export const firstLoad = (): Plugin => ({
  name: 'first-load',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = new Map(
      Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
    )
    const needed = new Set([...chunks.values()].filter((chunk) => chunk.isEntry))
    // A set that grows while it is read: each chunk brings those that it imports.
    for (const chunk of needed) for (const name of chunk.imports) needed.add(chunks.get(name) ?? chunk)

    const size = [...needed].reduce((sum, { code }) => sum + gzipSync(code).length, 0)
    if (size > most) this.error(`The first load is ${size} bytes of script, gzipped; ${most} are allowed.`)
  },
})
