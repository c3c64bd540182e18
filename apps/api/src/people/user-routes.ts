import { User, UserId } from '@livedesk/events'
import { CreateUser, PatchUser, UserList } from '@livedesk/resources'
import { z } from 'zod'
import type { Db } from '../db/pool.ts'
import { idFrom } from '../http/parse.ts'
import { adminPatch, adminPost, created, get, ok } from '../http/route.ts'
import { endUser, sendToAgents, type Tx } from '../live/outbox.ts'
import type { Transact } from '../live/transact.ts'
import { Problem } from '../problem.ts'
import { hashPassword } from './keys.ts'
import { addUser, changeUser, deleteSessionsOf, listUsers, lockAdmins, lockUser } from './queries.ts'

const UserAddress = z.object({ userId: idFrom(UserId) })

/** The people at the desk, and what admins do about them. */
export const userRoutes = ({ db, tx }: { readonly db: Db; readonly tx: Transact }) => [
  get('/users', { summary: 'Everyone at the desk, by name', answers: { 200: UserList } }, async () =>
    ok({ items: await listUsers(db) }),
  ),

  adminPost(
    '/users',
    {
      summary: 'Add someone to the desk',
      body: CreateUser,
      answers: { 201: User },
      problems: ['conflict'],
      says: ['user_created'],
    },
    async ({ body }) => {
      const { password, ...person } = body
      const password_hash = await hashPassword(password)
      const user = await tx(async (tx) => {
        const added = await addUser(tx, { ...person, password_hash })
        if (!added)
          throw new Problem('conflict', `Someone with the e-mail address ${person.email} is at this desk already.`)
        sendToAgents(tx, { type: 'user_created', user: added })
        return added
      })
      return created(user)
    },
  ),

  adminPatch(
    '/users/:userId',
    {
      summary: 'Change someone: name, role, password, or whether they may sign in',
      params: UserAddress,
      body: PatchUser,
      answers: { 200: User },
      problems: ['not_found', 'conflict'],
      says: ['user_changed'],
    },
    async ({ params, body: { version, password, ...fields } }) => {
      const password_hash = password === undefined ? undefined : await hashPassword(password)
      const user = await tx(async (tx) => {
        const admins = await lockAdmins(tx)
        const before = await lockUser(tx, params.userId)
        if (!before) throw new Problem('not_found', `There is no person ${params.userId} at this desk.`)
        if (before.version !== version)
          throw new Problem('conflict', `${before.name} was changed meanwhile: look again, then change.`)

        const change = { ...changed(before, fields), ...(password_hash !== undefined && { password_hash }) }
        if (Object.keys(change).length === 0) return before
        const after = await changeUser(tx, before.id, change)
        keepAnAdmin(admins, after)
        if (change.active === false || change.role !== undefined || change.password_hash !== undefined)
          await endSessions(tx, after)
        sendToAgents(tx, { type: 'user_changed', user: after })
        return after
      })
      return ok(user)
    },
  ),
]

/** The fields that differ from what they are. */
const changed = (before: User, { name, role, active }: Omit<PatchUser, 'version' | 'password'>) => ({
  ...(name !== undefined && name !== before.name && { name }),
  ...(role !== undefined && role !== before.role && { role }),
  ...(active !== undefined && active !== before.active && { active }),
})

const keepAnAdmin = (admins: readonly { id: UserId }[], after: User) => {
  const isAdmin = after.active && after.role === 'admin'
  if (!isAdmin && admins.every(({ id }) => id === after.id) && admins.length > 0) {
    throw new Problem('conflict', `${after.name} is the last admin who can sign in. Make someone else an admin first.`)
  }
}

const endSessions = async (tx: Tx, user: User) => {
  await deleteSessionsOf(tx, user.id)
  endUser(tx, user.id)
}
