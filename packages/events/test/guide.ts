import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../../..')

/** One code block of the guide: what it does to one file of the repository, or the whole of a new one. */
export type Step =
  | { readonly file: string; readonly change: readonly Hunk[] }
  | { readonly file: string; readonly whole: string }

/** Lines that stand somewhere in the file, and what stands there afterwards. */
type Hunk = { readonly before: string; readonly after: string; readonly added: number }

/** The guide's code blocks, in order: ```` ```diff file ```` changes a file, ```` ```ts file ```` is a new one. */
export const readGuide = (): Step[] => {
  const guide = readFileSync(join(root, 'docs/add-a-live-event.md'), 'utf8')
  return [...guide.matchAll(/^```(?<kind>diff|ts) (?<file>\S+)\n(?<code>[^]*?)^```$/gmu)].map(({ groups }) => {
    const { kind, file = '', code = '' } = groups ?? {}
    return kind === 'diff' ? { file, change: code.split(/^@@\n/mu).filter(Boolean).map(hunkOf) } : { file, whole: code }
  })
}

/** The file after a step. The lines that a change names must stand in it once. */
export const applyStep = (source: string, step: Step): string => {
  if ('whole' in step) return step.whole
  return step.change.reduce((text, { before, after }) => {
    const places = `\n${text}`.split(`\n${before}`).length - 1
    if (places !== 1)
      throw new Error(`The guide changes ${step.file} at lines that stand there ${places} times:\n${before}`)
    return `\n${text}`.replace(`\n${before}`, () => `\n${after}`).slice(1)
  }, source)
}

/** How many lines a person writes for a step. */
export const linesOf = (step: Step) =>
  'whole' in step ? step.whole.split('\n').length - 1 : step.change.reduce((sum, { added }) => sum + added, 0)

const hunkOf = (code: string): Hunk => {
  const lines = code
    .split(/(?<=\n)/u)
    .map((line) => ({ sign: line.charAt(0), text: line === '\n' ? line : line.slice(1) }))
  const without = (sign: string) =>
    lines
      .filter((line) => line.sign !== sign)
      .map(({ text }) => text)
      .join('')
  return {
    before: without('+'),
    after: without('-'),
    added: lines.filter(({ sign, text }) => sign === '+' && text.trim() !== '').length,
  }
}
