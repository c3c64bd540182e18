import { Demo } from '@livedesk/resources'
import type { Db } from '../db/pool.ts'
import { ok, openGet } from '../http/route.ts'
import { demoPassword, demoPeople } from './people.ts'

/**
 * Who can be tried at a demo desk. It opens no door: whoever tries someone signs in with the password, as anyone does. A
 * desk that is no demo has nothing to say here, whoever works at it.
 */
export const demoRoutes = ({ db, demo }: { readonly db: Db; readonly demo: boolean }) => [
  openGet(
    '/demo',
    {
      summary: 'Who can be tried at a demo desk, and their password; null at every other desk',
      answers: { 200: Demo },
    },
    async () => ok({ demo: demo ? { password: demoPassword, people: await listDemoPeople(db) } : null }),
  ),
]

const listDemoPeople = (db: Db) =>
  db
    .selectFrom('users')
    .select(['id', 'name', 'email', 'role'])
    .where(
      'email',
      'in',
      demoPeople.map(({ email }) => email),
    )
    .where('active', '=', true)
    .orderBy('id')
    .execute()
