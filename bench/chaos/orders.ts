import { z } from 'zod'

/** One thing that a transaction does. Everything that is said has an id of its own, `<transaction>:<number>`. */
export type Step =
  | { readonly do: 'tell'; readonly userId: number; readonly said: string; readonly bytes: number }
  | { readonly do: 'post'; readonly chatId: number; readonly said: string; readonly bytes: number }
  | { readonly do: 'announce'; readonly said: string; readonly bytes: number }
  | { readonly do: 'join' | 'leave'; readonly chatId: number; readonly userId: number; readonly said: string }
  | { readonly do: 'end_session'; readonly sessionId: number; readonly said: string }
  /** Changes a ticket: what is said later in the transaction carries its new version. */
  | { readonly do: 'change'; readonly ticketId: number }
  | { readonly do: 'wait'; readonly ms: number }
  /** A part inside a savepoint; one that fails is taken back, and the transaction goes on. */
  | { readonly do: 'part'; readonly fails: boolean; readonly steps: readonly Step[] }

const Said = { said: z.string() }
export const Step: z.ZodType<Step> = z.lazy(() =>
  z.discriminatedUnion('do', [
    z.object({ do: z.literal('tell'), userId: z.int(), bytes: z.int(), ...Said }),
    z.object({ do: z.literal('post'), chatId: z.int(), bytes: z.int(), ...Said }),
    z.object({ do: z.literal('announce'), bytes: z.int(), ...Said }),
    z.object({ do: z.enum(['join', 'leave']), chatId: z.int(), userId: z.int(), ...Said }),
    z.object({ do: z.literal('end_session'), sessionId: z.int(), ...Said }),
    z.object({ do: z.literal('change'), ticketId: z.int() }),
    z.object({ do: z.literal('wait'), ms: z.number() }),
    z.object({ do: z.literal('part'), fails: z.boolean(), steps: z.array(Step) }),
  ]),
)

/** A transaction: what it does, and how it ends. */
export const Plan = z.object({
  steps: z.array(Step),
  isolation: z.enum(['read committed', 'repeatable read', 'serializable']),
  ending: z.enum(['commit', 'rollback']),
  /** What happens to the worker between the COMMIT and the numbering. */
  afterwards: z.enum(['number', 'number late', 'die']),
})
export type Plan = z.output<typeof Plan>

/** `unknown`: the worker, or the database, went away while it was asked. */
export type Outcome = 'committed' | 'rolled back' | 'unknown'

/** What the harness tells a worker. */
export const Order = z.discriminatedUnion('do', [
  z.object({ do: z.literal('transact'), plan: Plan }),
  /** Nudges that this worker sends: as they come; some lost, doubled, late; none about events; none. */
  z.object({ do: z.literal('nudge'), how: z.enum(['well', 'badly', 'without news', 'not at all']) }),
  /** Dies by SIGKILL when it has numbered the next batch, and before anybody hears of it. */
  z.object({ do: z.literal('die after numbering') }),
  z.object({ do: z.literal('readiness') }),
  z.object({ do: z.literal('metrics') }),
  /** What it holds in memory, in bytes, garbage collected (Node's `--expose-gc` is needed). */
  z.object({ do: z.literal('memory') }),
  /** SIGTERM's work: the sockets are sent elsewhere, what is left is numbered, the process ends. */
  z.object({ do: z.literal('leave') }),
])
export type Order = z.output<typeof Order>

export const Asked = z.object({ id: z.int(), order: Order })
export const Answered = z.object({ id: z.int(), answer: z.unknown().optional(), error: z.string().optional() })
export const Listening = z.object({ port: z.int() })
export const Readiness = z.object({ ready: z.boolean(), reasons: z.array(z.string()), mode: z.string() })
export type Readiness = z.output<typeof Readiness>
