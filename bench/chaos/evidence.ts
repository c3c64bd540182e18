import type { Evidence, Logged, Said } from './history.ts'
import { ask } from './postgres.ts'

/** Reads from the database what was committed and what became of it. */
export const readEvidence = async (
  url: string,
): Promise<Pick<Evidence, 'said' | 'log' | 'unnumbered' | 'gaps' | 'head' | 'epoch'>> => {
  const [head] = await ask<{ seq: string; epoch: string; unnumbered: string }>(
    url,
    'select seq, epoch, (select count(*) from live_inbox) as unnumbered from live_head',
  )
  if (!head) throw new Error('live_head is empty.')
  const log = await ask<{ seq: string; said: string | null; session: string | null }>(
    url,
    `select seq, event::json ->> 'said' as said, case effect ->> 'do' when 'end_session' then effect ->> 'session_id' end as session
     from live_log order by seq`,
  )
  const said = await ask<Record<string, string | null>>(url, 'select * from chaos_said')
  const gaps = await ask<{ after: string; first: string }>(
    url,
    'select after_seq as after, first_seq as first from live_gap order by after_seq',
  )
  return {
    head: Number(head.seq),
    epoch: head.epoch,
    unnumbered: Number(head.unnumbered),
    log: log.map(({ seq, said, session }): Logged => ({
      seq: Number(seq),
      said: said ?? undefined,
      endsSession: session === null ? undefined : Number(session),
    })),
    said: said.map(toSaid),
    gaps: gaps.map(({ after, first }) => ({ after: Number(after), first: Number(first) })),
  }
}

const kinds = ['tell', 'post', 'announce', 'join', 'leave', 'end_session'] as const

const toSaid = (row: Record<string, string | null>): Said => {
  const number = (column: string) => (typeof row[column] === 'string' ? Number(row[column]) : null)
  const kind = kinds.find((one) => one === row['kind'])
  const id = row['said']
  if (!kind || typeof id !== 'string') throw new Error(`What is a record of kind ${row['kind']}?`)
  return {
    said: id,
    kind,
    chatId: number('chat_id'),
    userId: number('user_id'),
    sessionId: number('session_id'),
    ticket: number('ticket'),
    version: number('version'),
  }
}
