import type { User, UserId } from '@livedesk/events'
import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { Actor } from '../http/route.ts'
import type { Tx } from '../live/outbox.ts'

/** What everyone at the desk may know of a person, in the contract's own names. */
const userColumns = ['users.id', 'users.name', 'users.email', 'users.role', 'users.active', 'users.version'] as const

/** Everyone at the desk, by name. */
export const listUsers = (db: Db) =>
  db
    .selectFrom('users')
    .select(userColumns)
    .orderBy(sql`lower(name collate pg_unicode_fast)`)
    .orderBy('id')
    .execute()

/** Who may sign in with an e-mail address, and what their password is checked against. */
export const findCredentials = (db: Db, email: string) =>
  db
    .selectFrom('users')
    .select([...userColumns, 'password_hash'])
    .where(sql`lower(email collate pg_unicode_fast)`, '=', sql<string>`lower(${email}::text collate pg_unicode_fast)`)
    .where('active', '=', true)
    .executeTakeFirst()

/** Whose session this is, if it still holds. */
export const findSession = async (db: Db, tokenHash: Buffer): Promise<Actor | undefined> => {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select([...userColumns, 'sessions.id as key_id', 'sessions.expires_at'])
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.expires_at', '>', sql<string>`now()`)
    .where('users.active', '=', true)
    .executeTakeFirst()
  if (!row) return undefined
  const { key_id, expires_at, ...user } = row
  return { ...user, key: { kind: 'session', id: key_id, expiresAt: new Date(expires_at) } }
}

/** Whose token this is, if it was not deleted. Its use is noted at most once a minute. */
export const findToken = async (db: Db, tokenHash: Buffer): Promise<Actor | undefined> => {
  const row = await db
    .selectFrom('api_tokens')
    .innerJoin('users', 'users.id', 'api_tokens.user_id')
    .select([...userColumns, 'api_tokens.id as key_id'])
    .select(sql<boolean>`coalesce(last_used_at < now() - interval '1 minute', true)`.as('unnoted'))
    .where('api_tokens.token_hash', '=', tokenHash)
    .where('users.active', '=', true)
    .executeTakeFirst()
  if (!row) return undefined
  const { key_id, unnoted, ...user } = row
  if (unnoted)
    await db
      .updateTable('api_tokens')
      .set({ last_used_at: sql`now()` })
      .where('id', '=', key_id)
      .execute()
  return { ...user, key: { kind: 'token', id: key_id, expiresAt: never } }
}

/** Whether a session or token, by its id, is still there and its person may work here. */
export const holdsKey = async (db: Db, keyId: number) => {
  const { rows } = await sql`
    select from users
    where active and id in (
      select user_id from sessions where id = ${keyId} and expires_at > now()
      union all
      select user_id from api_tokens where id = ${keyId}
    )`.execute(db)
  return rows.length > 0
}

const never = new Date('9999-12-31T00:00:00.000Z')

/** Opens a session that lasts some days, or gives undefined if the credentials that were checked hold no more. */
export const openSession = (
  tx: Tx,
  { id, password_hash }: { readonly id: UserId; readonly password_hash: string },
  tokenHash: Buffer,
  days: number,
) =>
  tx
    .insertInto('sessions')
    .columns(['user_id', 'token_hash', 'expires_at'])
    .expression((eb) =>
      eb
        .selectFrom('users')
        .select([
          'id',
          sql<Buffer>`${tokenHash}::bytea`.as('token_hash'),
          sql<string>`now() + make_interval(days => ${days})`.as('expires_at'),
        ])
        .where('id', '=', id)
        .where('password_hash', '=', password_hash)
        .where('active', '=', true)
        .forShare(),
    )
    .returning(['id', 'expires_at'])
    .executeTakeFirst()

/** Deletes one session, if it is there. */
export const deleteSession = (tx: Tx, sessionId: number) =>
  tx.deleteFrom('sessions').where('id', '=', sessionId).execute()

/** Deletes all of a person's sessions. */
export const deleteSessionsOf = (tx: Tx, userId: UserId) =>
  tx.deleteFrom('sessions').where('user_id', '=', userId).execute()

/** Adds someone, or gives undefined when that e-mail address is at the desk already. */
export const addUser = (
  db: Db | Tx,
  person: Pick<User, 'name' | 'email' | 'role'> & { readonly password_hash: string },
): Promise<User | undefined> =>
  db
    .insertInto('users')
    .values(person)
    .onConflict((conflict) => conflict.expression(sql`lower(email collate pg_unicode_fast)`).doNothing())
    .returning(userColumns)
    .executeTakeFirst()

/** One person, held until the transaction ends. */
export const lockUser = (tx: Tx, userId: UserId): Promise<User | undefined> =>
  tx.selectFrom('users').select(userColumns).where('id', '=', userId).forUpdate().executeTakeFirst()

/** Every active admin, held until the transaction ends: nobody else can take the last one away meanwhile. */
export const lockAdmins = (tx: Tx) =>
  tx
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'admin')
    .where('active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute()

/** Changes some of what is known of a person. */
export const changeUser = (
  tx: Tx,
  userId: UserId,
  change: Partial<Pick<User, 'name' | 'role' | 'active'> & { readonly password_hash: string }>,
): Promise<User> =>
  tx
    .updateTable('users')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', userId)
    .returning(userColumns)
    .executeTakeFirstOrThrow()
