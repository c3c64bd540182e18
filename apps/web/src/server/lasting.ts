import type { z } from 'zod'
import { liveCacheOf } from './live-cache.ts'
import { type Answer, type AskDesk, declareWork, mayPass, type Work } from './outbox.ts'

/** The answer to what the desk has not heard yet: it is kept under this name, and will be sent. */
export type Waits = { readonly waits: string }

/** How long a person waits for an answer before what they did waits for the desk by itself. */
const patience = 4000

/**
 * An endpoint's `queryFn` for work that must not be lost: when the desk cannot be reached it is kept and sent later, by
 * whichever tab is there then. What is done while something waits comes behind it.
 */
export const lasting = <Arg, Data>(work: Work<Arg, Data>) => {
  declareWork(work)
  return async (
    arg: Arg,
    { extra }: { readonly extra: unknown },
    _options: unknown,
    ask: AskDesk,
  ): Promise<Answer<Data | Waits>> => {
    const { outbox } = liveCacheOf(extra)
    const keep = () => outbox.keep(work.name, arg)
    const behind = outbox.isWaiting ? keep() : undefined
    if (behind !== undefined) return { data: { waits: behind } }

    const answer = await work.send(arg, (what) => ask({ ...what, patience }))
    // Who was signed out is told so, with the words still before them.
    const isLost = answer.error && answer.error.kind !== 'signed_out' && mayPass(answer.error)
    const waits = isLost ? keep() : undefined
    return waits === undefined ? answer : { data: { waits } }
  }
}

/** What the desk answered, as what it is. */
export const answerAs = async <Data>(schema: z.ZodType<Data>, asked: ReturnType<AskDesk>): Promise<Answer<Data>> => {
  const answer = await asked
  return answer.error ? answer : { data: schema.parse(answer.data) }
}

/** Sees to it that a request is never done that came with a key, or may come with it yet; what is done already is refused. */
export const withdrawRequest = async (key: string, ask: AskDesk): Promise<Answer<unknown>> =>
  ask({ url: `requests/${encodeURIComponent(key)}`, method: 'DELETE' })

/** Whether something was kept rather than answered. */
export const isWaiting = (answer: object | null): answer is Waits => answer !== null && 'waits' in answer
