import { Chat, type UserId } from '@livedesk/events'
import { AddChatMember, ChatList, CreateChat } from '@livedesk/resources'
import type { z } from 'zod'
import type { Db } from '../db/pool.ts'
import type { ReadCounted } from '../http/position.ts'
import { created, done, get, ok, post, remove } from '../http/route.ts'
import type { Tx } from '../live/outbox.ts'
import type { Transact } from '../live/transact.ts'
import { Problem } from '../problem.ts'
import { ChatAddress, MemberAddress } from './address.ts'
import { addMembers, endMembership, holdChat, mayAdd, mayKnow, noChat, requireColleagues } from './members.ts'
import { addDirectChat, addGroup, findChat, findDirectChat, listChats } from './queries.ts'

export type ChatParts = { readonly db: Db; readonly tx: Transact; readonly readCounted: ReadCounted }

/** Chats and who is in them. What is said in them has routes of its own. */
export const chatRoutes = ({ db, tx, readCounted }: ChatParts) => [
  get(
    '/chats',
    { summary: 'The chats you are in, last spoken in first', answers: { 200: ChatList } },
    async ({ actor, response }) =>
      ok({ items: await readCounted(response, (snapshot) => listChats(snapshot, actor.id)) }),
  ),

  post(
    '/chats',
    {
      summary: 'Open a group, or a direct chat, which is given back if there is one',
      body: CreateChat,
      answers: { 200: Chat, 201: Chat },
      says: ['chat_member_added'],
    },
    async ({ actor, body }) =>
      tx(async (tx) =>
        body.kind === 'group' ? created(await openGroup(tx, body, actor.id)) : openDirect(tx, actor.id, body.user_id),
      ),
  ),

  get(
    '/chats/:chatId',
    {
      summary: 'A chat that you are in, or a ticket’s',
      params: ChatAddress,
      answers: { 200: Chat },
      problems: ['not_found'],
    },
    async ({ actor, params: { chatId } }) => {
      const chat = (await findChat(db, chatId)) ?? noChat(chatId)
      mayKnow(chat, actor.id)
      return ok(chat)
    },
  ),

  post(
    '/chats/:chatId/members',
    {
      summary: 'Bring someone into a chat, or come into a ticket’s',
      params: ChatAddress,
      body: AddChatMember,
      answers: { 200: Chat },
      problems: ['not_found', 'forbidden'],
      says: ['chat_member_added'],
    },
    async ({ actor, params, body: { user_id } }) => {
      const chat = await tx(async (tx) => {
        const before = await holdChat(tx, params.chatId)
        mayAdd(before, actor.id, user_id)
        return addMembers(tx, before, [user_id], actor.id)
      })
      return ok(chat)
    },
  ),

  remove(
    '/chats/:chatId/members/:userId',
    {
      summary: 'Leave a chat, or take someone out of it',
      params: MemberAddress,
      answers: { 204: null },
      problems: ['not_found', 'forbidden'],
      says: ['chat_member_removed'],
    },
    async ({ actor, params: { chatId, userId } }) => {
      await tx(async (tx) => endMembership(tx, await holdChat(tx, chatId), userId, actor.id))
      return done()
    },
  ),
]

type Group = Extract<z.output<typeof CreateChat>, { kind: 'group' }>

const openGroup = async (tx: Tx, { title, member_ids }: Group, actor: UserId) => {
  const { id } = await addGroup(tx, title)
  return addMembers(tx, await holdChat(tx, id), [actor, ...member_ids], actor)
}

const openDirect = async (tx: Tx, actor: UserId, other: UserId) => {
  if (actor === other) throw new Problem('bad_request', 'A direct chat is with someone else.')
  const existing = await findDirectChat(tx, actor, other)
  if (existing) return ok(existing)
  await requireColleagues(tx, [other])
  const opened = await addDirectChat(tx, actor, other)
  if (opened) return created(await addMembers(tx, await holdChat(tx, opened.id), [actor, other], actor))
  const openedMeanwhile = await findDirectChat(tx, actor, other)
  if (!openedMeanwhile) throw new Error('A direct chat is there and cannot be read.')
  return ok(openedMeanwhile)
}
