import {
  Attachment,
  type DurableEvent,
  RichText,
  type Ticket,
  TicketChanges,
  TicketMessageId,
  TicketMessageKind,
  type UserId,
} from '@livedesk/events'
import { replacedBy } from '@livedesk/queue'
import type { PostedTicketMessage } from '@livedesk/resources'
import { z } from 'zod'
import { provisionalId } from '../server/foretell.ts'
import type { Forecast } from '../server/foretold.ts'
import type { Edit } from './merge-edit.ts'

/** What a person does to a ticket: edits its fields, follows it, puts it aside, links it. */
export type Act = Edit & Partial<Pick<Ticket, 'watcher_ids' | 'snoozed_until' | 'links'>>

/** What a change of a ticket will be heard as, until and after the desk has agreed to it. */
export const foreseeChange = (shown: Ticket, edit: Act, by: UserId) => {
  // What the desk has said of the ticket last: the change stands on it.
  let ground = shown
  const onGround = (change: (ticket: Ticket) => Ticket) => (heard: DurableEvent) => {
    // What is agreed to may be known before what came earlier is heard.
    if (!isAbout(heard, shown) || heard.version < ground.version) return undefined
    ground = heard.ticket
    return changeEvent(ground, change(ground), by)
  }
  const changed = (ticket: Ticket): Ticket => ({ ...ticket, ...started(ticket, edit), version: ticket.version + 1 })

  const forecast: Forecast = {
    event: changeEvent(ground, changed(ground), by),
    rebase: onGround(changed),
    cameTrue: () => false,
  }
  const confirmed = (answered: Ticket): Forecast | undefined =>
    answered.version > ground.version
      ? {
          event: changeEvent(ground, answered, by),
          rebase: onGround(() => answered),
          cameTrue: (heard) => isAbout(heard, shown) && heard.version >= answered.version,
        }
      : undefined
  return { forecast, confirmed }
}

/**
 * A message to post: its text, the document that it is made of, if it is more than text; the last message that its author
 * had seen; how the ticket is to be changed in the same act.
 */
export const Said = z.object({
  kind: TicketMessageKind,
  body: z.string(),
  content: RichText.optional(),
  attachments: z.array(Attachment).optional(),
  seen_message_id: TicketMessageId.optional(),
  /** The draft at the desk that these words were. */
  draft_version: z.int().positive().optional(),
  changes: TicketChanges.optional(),
})
export type Said = z.output<typeof Said>

/** What a reply or a note will be heard as. */
export const foreseeMessage = (shown: Ticket, { kind, body, content, attachments, changes = {} }: Said, by: UserId) => {
  const message = {
    id: TicketMessageId.parse(provisionalId()),
    ticket_id: shown.id,
    kind,
    author: { kind: 'agent' as const, id: by },
    body: body.trim() || (attachments ?? []).map(({ name }) => name).join(', '),
    ...(content && { content }),
    ...(attachments && { attachments }),
    created_at: new Date().toISOString(),
  }
  const on = (ticket: Ticket) => {
    const changed = { ...ticket, ...started(ticket, editOf(ticket, changes, by)) }
    return messageEvent(
      ticket,
      { ...changed, message_count: ticket.message_count + 1, version: ticket.version + 1 },
      message,
    )
  }

  let ground = shown
  const forecast: Forecast = {
    event: on(shown),
    rebase: (heard) => {
      if (!isAbout(heard, shown) || heard.version < ground.version) return undefined
      ground = heard.ticket
      return on(ground)
    },
    // It may be heard before it is answered.
    cameTrue: (heard) =>
      heard.type === 'ticket_message_posted' &&
      heard.ticket_id === shown.id &&
      heard.message.author.kind === 'agent' &&
      heard.message.author.id === by &&
      heard.message.kind === kind &&
      heard.message.body === message.body,
  }
  const confirmed = (posted: PostedTicketMessage): Forecast => ({
    event: messageEvent(shown, posted.ticket, posted.message),
    cameTrue: (heard) => heard.type === 'ticket_message_posted' && heard.message.id === posted.message.id,
  })
  return { forecast, confirmed }
}

type AboutTicket = Extract<DurableEvent, { ticket: Ticket; version: number }>

const isAbout = (event: DurableEvent, { id }: Ticket): event is AboutTicket =>
  'ticket' in event && 'version' in event && event.ticket_id === id

const changeEvent = (ticket: Ticket, after: Ticket, by: UserId): DurableEvent => {
  const said = {
    ticket_id: after.id,
    changed_by: by,
    version: after.version,
    ticket: after,
    before: replacedBy(ticket, after),
    // What its history keeps of it, the desk says.
    activity: [],
  }
  return ticket.status === after.status
    ? { type: 'ticket_changed', ...said }
    : { type: 'ticket_status_changed', status: after.status, ...said }
}

const messageEvent = (ticket: Ticket, after: Ticket, message: PostedTicketMessage['message']): DurableEvent => ({
  type: 'ticket_message_posted',
  ticket_id: after.id,
  message,
  version: after.version,
  ticket: after,
  before: replacedBy(ticket, after),
  activity: [],
})

/** What changes come to on a ticket as it is shown, done by someone. */
export const editOf = (ticket: Ticket, changes: TicketChanges, by: UserId): Edit => {
  const { status, priority, assigned_to, team_id, add_tags = [], remove_tags = [] } = changes
  return {
    ...(status && { status }),
    ...(priority && { priority }),
    ...(assigned_to !== undefined && { assigned_to: assigned_to === 'me' ? by : assigned_to }),
    ...(team_id !== undefined && { team_id }),
    ...(add_tags.length + remove_tags.length > 0 && {
      tags: [...new Set([...ticket.tags.filter((tag) => !remove_tags.includes(tag)), ...add_tags])],
    }),
  }
}

/** An act with what follows from it: a new ticket that is given to someone is being worked on, unless its status is set by hand. */
export const started = (ticket: Ticket, edit: Act): Act =>
  ticket.status === 'new' && edit.status === undefined && edit.assigned_to ? { ...edit, status: 'in_progress' } : edit
