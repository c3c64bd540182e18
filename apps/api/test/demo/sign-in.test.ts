import { Demo, Session } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { demoPassword } from '../../src/demo/people.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import { openDesk, recorder } from '../desk.ts'
import { ask } from '../person.ts'

test('a demo desk says whom anyone may try, and each of them is let in with the password that it says', async () => {
  await using desk = await openDesk({ events: recorder(), demo: true })
  await seedDemo(desk.db)

  const { demo } = Demo.parse((await ask(`${desk.at(0)}/api/demo`, 'GET', undefined)).body)

  expect(demo?.people.map(({ name, role }) => [name, role])).toEqual([
    ['Anna Lindgren', 'admin'],
    ['Boris Volkov', 'agent'],
    ['Clara Weiss', 'agent'],
    ['Dmitri Orlov', 'agent'],
  ])
  for (const { email } of demo?.people ?? []) {
    const { body } = await ask(`${desk.at(0)}/api/session`, 'POST', { email, password: demo?.password })
    expect(Session.parse(body).user.email).toBe(email)
  }
})

test('whoever joined a demo desk since is nobody’s to try, nor is one of its people who may not sign in any more', async () => {
  await using desk = await openDesk({ events: recorder(), demo: true })
  await seedDemo(desk.db)
  await desk.agent('Ada')
  await desk.db.updateTable('users').set({ active: false }).where('email', '=', 'clara@livedesk.test').execute()

  const { demo } = Demo.parse((await ask(`${desk.at(0)}/api/demo`, 'GET', undefined)).body)

  expect(demo?.people.map(({ name }) => name)).toEqual(['Anna Lindgren', 'Boris Volkov', 'Dmitri Orlov'])
})

test('a desk that is no demo says nobody and no password, even if the demo’s people are at it', async () => {
  await using desk = await openDesk({ events: recorder() })
  await seedDemo(desk.db)

  const { status, body } = await ask(`${desk.at(0)}/api/demo`, 'GET', undefined)

  expect({ status, body }).toEqual({ status: 200, body: { demo: null } })
  expect(JSON.stringify(body)).not.toContain(demoPassword)
})
