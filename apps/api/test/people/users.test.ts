import { User } from '@livedesk/events'
import { UserList } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, PASSWORD, recorder } from '../desk.ts'
import type { Answer } from '../person.ts'

const zoya = { name: 'Zoya', email: 'Zoya@livedesk.test', role: 'agent', password: 'a long enough one' }

const statuses = (answers: readonly Answer[]) =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other)

test('an admin adds someone, who can sign in, and the desk hears of it', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.admin('Anna')

  const user = await anna.do('/users', zoya, User)

  expect(user).toMatchObject({ name: 'Zoya', email: 'Zoya@livedesk.test', role: 'agent', active: true, version: 1 })
  expect(desk.events).toHaveSentToAgents({ type: 'user_created', user })
  await desk.signIn('zoya@livedesk.test', zoya.password)
  expect((await anna.read('/users', UserList)).items).toEqual([anna.user, user])
})

test('one e-mail address is one person, however it is written', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.admin('Anna')
  await anna.do('/users', zoya, User)

  const again = await anna.post('/users', { ...zoya, email: 'ZOYA@LIVEDESK.TEST' })

  expect(again).toMatchObject({
    status: 409,
    body: { type: '/api/docs#conflict', detail: expect.stringContaining('already') },
  })
})

test('only admins look after people', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')

  expect(await boris.post('/users', zoya)).toMatchObject({ status: 403, body: { type: '/api/docs#forbidden' } })
  expect(await boris.patch(`/users/${boris.id}`, { version: 1, role: 'admin' })).toMatchObject({ status: 403 })
})

test('a change names the version it knows; of two admins with the same one, one wins', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.admin('Anna')
  const boris = await desk.agent('Boris')

  const answers = await Promise.all(
    ['Boris A.', 'Boris B.'].map((name) => anna.patch(`/users/${boris.id}`, { version: 1, name })),
  )

  expect(statuses(answers)).toEqual([200, 409])
  expect((await anna.read('/users', UserList)).items).toContainEqual(
    expect.objectContaining({ id: boris.id, version: 2 }),
  )
})

test('what is so already changes nothing', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.admin('Anna')

  expect(
    await anna.patch(`/users/${anna.id}`, { version: 1, name: 'Anna', role: 'admin', active: true }),
  ).toMatchObject({
    status: 200,
    body: { version: 1 },
  })
  expect(desk.events?.sentToAgents()).toEqual([])
})

test.for([
  ['is deactivated', { active: false }],
  ['gets another role', { role: 'admin' }],
  ['gets another password', { password: 'quite another one' }],
] as const)('[D6] someone who %s is signed out everywhere', async ([, change]) => {
  await using desk = await openDesk({ workers: 2 })
  const anna = await desk.admin('Anna')
  const boris = await desk.agent('Boris')
  const tab = await boris.connect({ worker: 1 })

  expect(await anna.patch(`/users/${boris.id}`, { version: 1, ...change })).toMatchObject({
    status: 200,
    body: { version: 2 },
  })

  expect(await tab.closed).toBe(4401)
  expect(await boris.get('/session')).toMatchObject({ status: 401 })
})

test('an inactive person cannot sign in, and can again when they are active', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.admin('Anna')
  const boris = await desk.agent('Boris')
  await anna.patch(`/users/${boris.id}`, { version: 1, active: false })
  await expect(desk.signIn('boris@livedesk.test')).rejects.toThrow('401')

  await anna.patch(`/users/${boris.id}`, { version: 2, active: true })

  await desk.signIn('boris@livedesk.test', PASSWORD)
})

test('the last admin who can sign in stays one, also when two take the right from each other at once', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, vera] = [await desk.admin('Anna'), await desk.admin('Vera')]

  const answers = await Promise.all([
    anna.patch(`/users/${vera.id}`, { version: 1, role: 'agent' }),
    vera.patch(`/users/${anna.id}`, { version: 1, active: false }),
  ])

  // The second comes either as someone who is no admin any more, or as the one who would leave none.
  expect(statuses(answers)[0]).toBe(200)
  expect(statuses(answers)[1]).toBeGreaterThanOrEqual(401)
  const admins = await desk.db
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'admin')
    .where('active', '=', true)
    .execute()
  expect(admins).toHaveLength(1)
})

test('a person who is not at the desk is not found', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.admin('Anna')

  expect(await anna.patch('/users/999', { version: 1, name: 'Nobody' })).toMatchObject({ status: 404 })
})
