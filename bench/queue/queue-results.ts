import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'

/** How long the server needed for one question, in milliseconds, and by which indexes it answered. */
const Timing = z.object({
  desk: z.string(),
  kind: z.enum(['page', 'words', 'counts', 'search']),
  question: z.string(),
  p50: z.number(),
  p95: z.number(),
  indexes: z.array(z.string()),
})
export type Timing = z.output<typeof Timing>

const QueueResult = z.object({
  at: z.string(),
  machine: z.string(),
  loadBefore: z.number(),
  loadAfter: z.number(),
  rounds: z.int(),
  timings: z.array(Timing),
})
type QueueResult = z.output<typeof QueueResult>

const file = new URL('results.json', import.meta.url)

/** Keeps a result in place of the one before. */
export const keepQueueResult = (result: QueueResult) => writeFile(file, `${JSON.stringify(result, undefined, 1)}\n`)

/** The section of RESULTS.md; none while nothing was measured. */
export const queueSection = async () => {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return []
  const { at, machine, loadBefore, loadAfter, rounds, timings } = QueueResult.parse(JSON.parse(text))
  const small = timings.filter(({ desk }) => desk === 'queue_100k')
  const rows = small.map(({ question, kind, p50, p95, indexes }) => {
    const grown = timings.find((timing) => timing.desk === 'queue_1m' && timing.question === question)
    return `| ${question} | ${ms(p50)} | ${ms(p95)} | ${kind === 'words' ? '≤ 200' : '≤ 50'}: ${met(p95, kind)} | ${grown ? `${ms(grown.p50)} | ${ms(grown.p95)}` : '– | –'} | ${indexes.join(', ') || 'kept counts'} |`
  })
  const found = timings
    .filter(({ kind }) => kind === 'search')
    .map(
      ({ question, p50, p95, kind, indexes }) =>
        `| ${question} | ${ms(p50)} | ${ms(p95)} | ≤ 200: ${met(p95, kind)} | ${indexes.join(', ')} |`,
    )
  return [
    '## queue',
    `What the server needs for an answer (its SQL and what is made of it, without HTTP), in milliseconds; each question ${rounds} times, in turn with the others, on one connection to a PostgreSQL with the settings it ships with. Desks of 100,000 and of 1,000,000 tickets; search over 200,000 tickets with 1,000,000 messages. \`pnpm --filter @livedesk/bench queue\`.`,
    [
      '| question | p50 at 100,000 | p95 | goal | p50 at 1,000,000 | p95 | by |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
    ['| question | p50 | p95 | goal | by |', '| --- | --- | --- | --- | --- |', ...found].join('\n'),
    `${at}; load ${loadBefore} before and ${loadAfter} after; ${machine}.`,
  ]
}

const ms = (value: number) => value.toFixed(1)
const met = (p95: number, kind: Timing['kind']) =>
  p95 <= (kind === 'search' || kind === 'words' ? 200 : 50) ? 'met' : 'missed'
