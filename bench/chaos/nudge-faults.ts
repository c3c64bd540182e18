import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Dice } from './dice.ts'
import { ask } from './postgres.ts'
import type { ChaosWorker } from './workers.ts'

export type How = 'well' | 'badly' | 'without news' | 'not at all'

/** Decides what becomes of the nudges between workers. */
export type NudgeFaults = { tell(how: How): Promise<void> }

/** Over Redis each worker's own publishing fails as it is told to. */
export const redisNudgeFaults = (workers: readonly ChaosWorker[]): NudgeFaults => ({
  tell: async (how) =>
    void (await Promise.all(workers.map((worker) => worker.ask({ do: 'nudge', how }).catch(ignore)))),
})

/**
 * Over Postgres a nudge goes out with the numbering, from inside the database: it is lost there, and an echo says it again, late.
 * Without any nudge at all, the connections that listen are ended as soon as they are there.
 */
export const postgresNudgeFaults = (databaseUrl: string, dice: Dice): NudgeFaults => {
  let over = new AbortController()
  let echo: pg.Client | undefined

  const startEcho = async () => {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'echo' })
    echo = client
    client.on('error', ignore)
    client.on('notification', ({ payload = '' }) => {
      if (!payload.includes('{"k":"n"') || !dice.chance(0.4)) return
      setTimeout(
        () => void client.query(`select pg_notify('livedesk', $1)`, [payload]).catch(ignore),
        dice.between(1, 3000),
      )
    })
    await client.connect()
    await client.query('listen livedesk')
  }
  const endListeners = async ({ signal }: AbortController) => {
    while (!signal.aborted) {
      await ask(
        databaseUrl,
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'livedesk-listen'`,
      ).catch(ignore)
      await wait(300)
    }
  }

  return {
    tell: async (how) => {
      over.abort()
      over = new AbortController()
      const last = echo
      echo = undefined
      // What it is about to repeat, it still repeats: an old nudge among new ones.
      if (last) setTimeout(() => void last.end().catch(ignore), 3500)
      await ask(databaseUrl, 'update chaos_nudging set how = $1', [how]).catch(ignore)
      if (how === 'badly') await startEcho().catch(ignore)
      if (how === 'not at all') void endListeners(over)
    },
  }
}

const ignore = () => {}
