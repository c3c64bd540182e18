import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** How much JavaScript the first page may load, compressed as it travels. */
const budget = 300_000

/** The scripts that a built page loads before it shows anything: its own, and what it asks the browser to preload. */
export const initialScripts = (page: string): string[] => {
  const tags = page.match(/<(?:script|link)\b[^>]*>/gu) ?? []
  return tags
    .filter((tag) => tag.startsWith('<script') || tag.includes('rel="modulepreload"'))
    .flatMap((tag) => /\s(?:src|href)="([^"]+)"/u.exec(tag)?.[1] ?? [])
}

/** Throws when the first page of the web app loads more JavaScript than the budget allows. */
export const requireBudget = async (dist: string): Promise<void> => {
  const scripts = initialScripts(await readFile(join(dist, 'index.html'), 'utf8'))
  if (scripts.length === 0) throw new Error('The built page loads no script: it is not the web app.')
  const sizes = await Promise.all(
    scripts.map(async (script) => gzipSync(await readFile(join(dist, script)), { level: 9 }).length),
  )
  const total = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`   ${(total / 1000).toFixed(1)} kB of ${budget / 1000} kB, in ${scripts.length} files`)
  if (total > budget) {
    const list = scripts.map((script, index) => `  ${script} ${sizes[index]}`).join('\n')
    throw new Error(`The first page loads ${total} bytes of JavaScript, compressed; ${budget} are allowed.\n${list}`)
  }
}
