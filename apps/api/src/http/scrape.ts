import cluster, { type Worker } from 'node:cluster'
import { AggregatorRegistry, type Registry } from 'prom-client'
import { z } from 'zod'

/** What all workers of one port measured, as Prometheus reads it; nothing if not each of them could be asked in time. */
export type Scrape = () => Promise<string | undefined>

/** How long the primary may take. It gives up a second later by itself, and Prometheus five seconds after that. */
const patienceMs = 4_000

const Question = z.object({ type: z.literal('livedesk_scrape') })
const Answer = z.object({ type: z.literal('livedesk_scraped'), text: z.string() })

// A worker tells the primary what it measured from here on: one that still starts, nothing.
const everyWorker = new AggregatorRegistry()

/** Lets a worker speak for all: it asks its primary. One that runs without a primary speaks for itself. */
export const openScrape = (registry: Registry): Scrape => {
  const { worker } = cluster
  if (!worker) return () => registry.metrics()
  AggregatorRegistry.setRegistries(registry)

  let asked: PromiseWithResolvers<string | undefined> | undefined
  worker.on('message', (message) => {
    const { success, data } = Answer.safeParse(message)
    if (success) asked?.resolve(data.text)
  })
  const ask = () => {
    const question = Promise.withResolvers<string | undefined>()
    asked = question
    const giveUp = () => question.resolve(undefined)
    const timer = setTimeout(giveUp, patienceMs)
    worker.send({ type: 'livedesk_scrape' } satisfies z.output<typeof Question>, (error) => error && giveUp())
    return question.promise.finally(() => {
      clearTimeout(timer)
      asked = undefined
    })
  }
  // Who asks meanwhile gets the same answer: many scrapes at once are one question to the others.
  return () => asked?.promise ?? ask()
}

/** In the primary: answers its workers' questions, until it is disposed of. */
export const answerScrapes = (): Disposable => {
  const answer = async (worker: Worker, message: unknown) => {
    if (!Question.safeParse(message).success) return
    const text = await everyWorker.clusterMetrics()
    worker.send({ type: 'livedesk_scraped', text } satisfies z.output<typeof Answer>, ignore)
  }
  // If one of them is stuck, nobody is answered, and who asked has given up before.
  const hear = (worker: Worker, message: unknown) => void answer(worker, message).catch(ignore)
  cluster.on('message', hear)
  return { [Symbol.dispose]: () => void cluster.off('message', hear) }
}

const ignore = () => {}
