import { readdirSync, readFileSync } from 'node:fs'

const contract = new URL('../', import.meta.url)

const comment = /\/\*\*(?<text>(?:(?!\*\/)[^])*)\*\/\s+(?:export const )?(?<name>\w+)(?:: (?:command|\d)| =)/gu

/**
 * Reads the doc comments of the contract's sources, by the name that each stands before: what is declared is described once,
 * where it is declared, and the published description is made of that.
 */
export const readDocs = (): ReadonlyMap<string, string> => {
  const docs = new Map<string, string>()
  for (const file of readdirSync(contract).filter((name) => name.endsWith('.ts'))) {
    const source = readFileSync(new URL(file, contract), 'utf8')
    for (const { groups } of source.matchAll(comment)) {
      if (groups?.name && groups.text) docs.set(groups.name, sentences(groups.text))
    }
  }
  return docs
}

const sentences = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/u, '').trim())
    .join(' ')
    .trim()
