import { RequesterId, Ticket } from '@livedesk/events'
import { searchWords } from '@livedesk/queue'
import {
  AssignTicket,
  BulkChange,
  BulkChanged,
  CreateTicket,
  PatchTicket,
  RequesterList,
  SetTicketStatus,
  TagList,
  TicketActivityPage,
  TicketPage,
  ViewCounts,
} from '@livedesk/resources'
import { z } from 'zod'
import type { Db } from '../db/pool.ts'
import { once } from '../http/once.ts'
import { idFrom, limitUpTo, listOf } from '../http/parse.ts'
import type { ReadCounted } from '../http/position.ts'
import { created, get, ok, patch, post } from '../http/route.ts'
import type { Transact } from '../live/transact.ts'
import { Problem } from '../problem.ts'
import { HistoryQuery, holdTicket, noTicket, pageAfter, TicketAddress } from './address.ts'
import { listActivity } from './activity.ts'
import { BulkQuery, changeInBulk } from './bulk.ts'
import { changeSays, changeTicket, type Notify } from './change.ts'
import { createTicket } from './create.ts'
import { countViews, listTags } from './count.ts'
import { ListQuery, listTickets } from './page.ts'
import { findTicket } from './queries.ts'
import { findRequesters, requestersById } from './requesters.ts'

export type TicketParts = {
  readonly db: Db
  readonly tx: Transact
  readonly readCounted: ReadCounted
  readonly notify: Notify
}

const RequestersQuery = z.strictObject({
  id: listOf(idFrom(RequesterId)).optional(),
  q: z.string().trim().max(200).default(''),
  limit: limitUpTo(50, 20),
})

/** The desk's tickets: lists, one ticket, and what is done with it. Its conversation has routes of its own. */
export const ticketRoutes = ({ db, tx, readCounted, notify }: TicketParts) => [
  get(
    '/tickets',
    { summary: 'Tickets: filtered, sorted, a page at a time', query: ListQuery, answers: { 200: TicketPage } },
    async ({ actor, query, response }) =>
      ok(await readCounted(response, (snapshot) => listTickets(snapshot, actor.id, query))),
  ),

  post(
    '/tickets',
    {
      summary: 'Open a ticket for a requester',
      body: CreateTicket,
      answers: { 201: Ticket },
      idempotent: true,
      says: ['ticket_created', 'ticket_assigned', 'notification_created'],
    },
    async ({ actor, body, request }) =>
      created(
        await tx((tx) => once(tx, { actor, body, request }, Ticket, () => createTicket(tx, body, actor.id, notify))),
      ),
  ),

  post(
    '/tickets/bulk',
    {
      summary: 'Change many tickets: all that a query asks for, or some of them, a page at a time',
      query: BulkQuery,
      body: BulkChange,
      answers: { 200: BulkChanged },
      idempotent: true,
      says: changeSays,
    },
    async ({ actor, query, body, request }) =>
      ok(
        await tx((tx) =>
          once(tx, { actor, body, request }, BulkChanged, () => changeInBulk(tx, { query, body }, actor.id, notify)),
        ),
      ),
  ),

  get(
    '/tickets/:ticketId',
    { summary: 'One ticket', params: TicketAddress, answers: { 200: Ticket }, problems: ['not_found'] },
    async ({ params }) => ok((await findTicket(db, params.ticketId)) ?? noTicket(params.ticketId)),
  ),

  patch(
    '/tickets/:ticketId',
    {
      summary: 'Change fields of a ticket',
      params: TicketAddress,
      body: PatchTicket,
      answers: { 200: Ticket },
      problems: ['not_found', 'conflict'],
      says: changeSays,
    },
    async ({ actor, params, body: { version, ...wanted } }) => {
      const ticket = await tx(async (tx) => {
        const before = await holdTicket(tx, params.ticketId)
        if (before.version !== version)
          throw new Problem('conflict', 'This ticket was changed meanwhile: look at it as it is now.', {
            ticket: before,
          })
        return changeTicket(tx, before, wanted, actor.id, notify)
      })
      return ok(ticket)
    },
  ),

  post(
    '/tickets/:ticketId/assign',
    {
      summary: 'Assign a ticket, or take it from whoever has it',
      params: TicketAddress,
      body: AssignTicket,
      answers: { 200: Ticket },
      problems: ['not_found'],
      says: changeSays,
    },
    async ({ actor, params, body: { user_id } }) =>
      ok(
        await tx(async (tx) =>
          changeTicket(tx, await holdTicket(tx, params.ticketId), { assigned_to: user_id }, actor.id, notify),
        ),
      ),
  ),

  post(
    '/tickets/:ticketId/status',
    {
      summary: 'Set the status of a ticket',
      params: TicketAddress,
      body: SetTicketStatus,
      answers: { 200: Ticket },
      problems: ['not_found', 'conflict'],
      says: changeSays,
    },
    async ({ actor, params, body: { status } }) =>
      ok(await tx(async (tx) => changeTicket(tx, await holdTicket(tx, params.ticketId), { status }, actor.id, notify))),
  ),

  get(
    '/tickets/:ticketId/activity',
    {
      summary: 'Who changed what of a ticket',
      params: TicketAddress,
      query: HistoryQuery,
      answers: { 200: TicketActivityPage },
      problems: ['not_found'],
    },
    async ({ params, query: { after, limit, sort } }) => {
      if (!(await findTicket(db, params.ticketId))) noTicket(params.ticketId)
      const asked = { after, limit: limit + 1, newestFirst: sort === '-id' }
      return ok(pageAfter(await listActivity(db, params.ticketId, asked), limit))
    },
  ),

  get(
    '/views',
    { summary: 'How many tickets each view shows you', answers: { 200: ViewCounts } },
    async ({ actor, response }) =>
      ok({ counts: await readCounted(response, (snapshot) => countViews(snapshot, actor.id)) }),
  ),

  get(
    '/requesters',
    {
      summary: 'Requesters by words of their names and addresses, or by their ids',
      query: RequestersQuery,
      answers: { 200: RequesterList },
    },
    async ({ query: { id, q, limit } }) =>
      ok({ items: id ? await requestersById(db, id) : await findRequesters(db, searchWords(q), limit) }),
  ),

  get('/tags', { summary: 'Tags in use, most used first', answers: { 200: TagList } }, async () =>
    ok({ items: await listTags(db) }),
  ),
]
