import { z } from 'zod'

const People = z.object({ first: z.int(), last: z.int() })
const Numbers = {
  /** Events `from`, `from + step`, … — `count` of them — each for a person of `people`. */
  from: z.int(),
  step: z.int(),
  count: z.int(),
  people: People,
}

/** What the bench tells a worker to do. */
export const Order = z.discriminatedUnion('do', [
  /** Say events now, `together` in one breath. Answers when they have been handed over. */
  z.object({ do: z.literal('say'), ...Numbers, together: z.int() }),
  /** Say one after another, `perSecond`, at even or at random gaps. Answers with the moment of each. */
  z.object({
    do: z.literal('pace'),
    ...Numbers,
    together: z.int(),
    perSecond: z.number(),
    gaps: z.enum(['even', 'random']),
  }),
  /** Change tickets, `perSecond`, and say so. Answers with the moment of each commit. */
  z.object({ do: z.literal('change'), ...Numbers, perSecond: z.number(), gaps: z.enum(['even', 'random']) }),
  /** Say events to everyone. */
  z.object({ do: z.literal('say_to_all'), from: z.int(), count: z.int() }),
  /** Change tickets, so many writers at once, for a time. Answers with how many transactions committed. */
  z.object({
    do: z.literal('write'),
    from: z.int(),
    step: z.int(),
    people: People,
    writers: z.int(),
    seconds: z.number(),
    otherWorkMs: z.number(),
  }),
  /** Collect garbage. */
  z.object({ do: z.literal('collect') }),
])
export type Order = z.output<typeof Order>

/** An order on its way to a worker, and its answer. */
export const Asked = z.object({ id: z.int(), order: Order })
export const Answered = z.object({ id: z.int(), answer: z.unknown(), error: z.string().optional() })
export const Listening = z.object({ port: z.int() })
