import { ChatId, ChatMessageId, TicketId, UserId } from '@livedesk/events'
import {
  addToChat,
  endSession,
  removeFromChat,
  sendToAgents,
  sendToChat,
  sendToUser,
  type Tx,
} from '@livedesk/api/src/live/outbox.ts'
import { savepoint, type Transact } from '@livedesk/api/src/live/transact.ts'
import { sql } from 'kysely'
import { setTimeout as wait } from 'node:timers/promises'
import type { Outcome, Plan, Step } from './orders.ts'

/** What the transaction has changed so far: it goes with all that it says later. */
type Changed = { ticket?: number; version?: number }

class OrderedRollback extends Error {}

/** Does what a plan says, in one transaction of the desk. */
export const carryOut = async (transact: Transact, plan: Plan): Promise<Outcome> => {
  try {
    await transact(async (tx) => {
      if (plan.isolation !== 'read committed')
        await sql`set transaction isolation level ${sql.raw(plan.isolation)}`.execute(tx)
      await carryOutSteps(tx, plan.steps, {})
      if (plan.ending === 'rollback') throw new OrderedRollback()
    })
    return 'committed'
  } catch (error) {
    if (error instanceof OrderedRollback || isRefusal(error)) return 'rolled back'
    return 'unknown'
  }
}

const carryOutSteps = async (tx: Tx, steps: readonly Step[], changed: Changed): Promise<void> => {
  for (const step of steps) await carryOutStep(tx, step, changed)
}

const carryOutStep = async (tx: Tx, step: Step, changed: Changed): Promise<void> => {
  switch (step.do) {
    case 'wait':
      await wait(step.ms)
      return
    case 'change': {
      const { rows } = await sql<{ version: number }>`
        update chaos_ticket set version = version + 1 where id = ${step.ticketId} returning version`.execute(tx)
      changed.ticket = step.ticketId
      changed.version = Number(rows[0]?.version)
      return
    }
    case 'part': {
      const part = { ...changed }
      await savepoint(tx, async () => {
        await carryOutSteps(tx, step.steps, part)
        if (step.fails) throw new OrderedRollback()
        Object.assign(changed, part)
      }).catch((error: unknown) => {
        if (!(error instanceof OrderedRollback)) throw error
      })
      return
    }
    case 'tell':
    case 'post':
    case 'announce':
    case 'join':
    case 'leave':
    case 'end_session':
      await record(tx, step, changed)
      say(tx, step, { said: step.said, ...changed })
      return
  }
}

type Saying = Extract<Step, { said: string }>

/** The independent record: written in the same transaction, read by nobody but the checker. */
const record = async (
  tx: Tx,
  step: Saying,
  { ticket = null, version = null }: { ticket?: number | null; version?: number | null },
) => {
  const chat = 'chatId' in step ? step.chatId : null
  const user = 'userId' in step ? step.userId : null
  const session = 'sessionId' in step ? step.sessionId : null
  await sql`
    insert into chaos_said (said, kind, chat_id, user_id, session_id, ticket, version)
    values (${step.said}, ${step.do}, ${chat}, ${user}, ${session}, ${ticket}, ${version})`.execute(tx)
  if (session !== null) await sql`update chaos_session set ended = true where id = ${session}`.execute(tx)
}

/** Says an event of the contract, with the record's id beside what the contract asks for. */
const say = (tx: Tx, step: Saying, record: { readonly said: string } & Changed) => {
  switch (step.do) {
    case 'tell':
      sendToUser(tx, UserId.parse(step.userId), {
        type: 'ticket_assigned',
        ticket_id: TicketId.parse(1),
        title: 'x'.repeat(step.bytes),
        assigned_by: one,
        version: 1,
        ...record,
      })
      return
    case 'post':
      sendToChat(tx, ChatId.parse(step.chatId), {
        type: 'message_posted',
        chat_id: ChatId.parse(step.chatId),
        message: {
          id: ChatMessageId.parse(1),
          chat_id: ChatId.parse(step.chatId),
          author_id: one,
          body: 'x'.repeat(step.bytes),
          created_at: moment,
        },
        ...record,
      })
      return
    case 'announce':
      sendToAgents(tx, {
        type: 'user_created',
        user: {
          id: one,
          name: 'x'.repeat(step.bytes),
          email: 'new@livedesk.test',
          role: 'agent',
          active: true,
          version: 1,
        },
        ...record,
      })
      return
    case 'join':
      addToChat(tx, ChatId.parse(step.chatId), UserId.parse(step.userId), {
        type: 'chat_member_added',
        chat_id: ChatId.parse(step.chatId),
        user_id: UserId.parse(step.userId),
        added_by: one,
        chat: {
          id: ChatId.parse(step.chatId),
          kind: 'group',
          title: 'Chat',
          ticket_id: null,
          member_ids: [],
          created_at: moment,
        },
        ...record,
      })
      return
    case 'leave':
      removeFromChat(tx, ChatId.parse(step.chatId), UserId.parse(step.userId), {
        type: 'chat_member_removed',
        chat_id: ChatId.parse(step.chatId),
        user_id: UserId.parse(step.userId),
        removed_by: one,
        ...record,
      })
      return
    case 'end_session':
      endSession(tx, step.sessionId)
      return
  }
}

const one = UserId.parse(1)
const moment = '2026-01-01T00:00:00.000Z'

// An answer of the server that the transaction did not commit: class 40 and its kin, never a lost connection.
const isRefusal = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01')
