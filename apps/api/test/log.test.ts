import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { z } from 'zod'
import { openLog } from '../src/log.ts'
import { openDesk } from './desk.ts'

const Line = z.looseObject({ msg: z.string(), err: z.record(z.string(), z.unknown()).optional() })

/** Keeps what is logged, and gives the errors that were logged with a message. */
const openLines = () => {
  const lines: string[] = []
  return {
    write: (line: string) => void lines.push(line),
    text: () => lines.join(''),
    errors: (message: string) =>
      lines
        .map((line) => Line.parse(JSON.parse(line)))
        .flatMap(({ msg, err }) => (msg === message && err ? [err] : [])),
  }
}

test('a statement that fails is logged by its code and message, without the row that it was about', async () => {
  const lines = openLines()
  await using desk = await openDesk({ logTo: lines })
  const boris = await desk.agent('Boris')
  await sql`alter table tickets add constraint never_on_fire check (title not like '%fire')`.execute(desk.db)

  const requester = { name: 'Rosa Parker', email: 'rosa@example.com' }
  const answer = await boris.post('/tickets', { title: 'Needle on fire', body: 'It burns.', requester })

  expect(answer).toMatchObject({ status: 500 })
  const [failed, ...more] = [...lines.errors('A request failed'), ...lines.errors('POST /api/tickets 500')]
  expect(failed).toMatchObject({
    type: 'DatabaseError',
    code: '23514',
    message: expect.stringContaining('never_on_fire'),
  })
  for (const error of [failed, ...more]) {
    expect(['type', 'message', 'code', 'stack', 'cause']).toEqual(expect.arrayContaining(Object.keys(error ?? {})))
  }
  for (const kept of ['Needle', 'Rosa', 'rosa@example.com']) expect(lines.text()).not.toContain(kept)
})

test('an idle connection that breaks is logged without its keys', async () => {
  const lines = openLines()
  await using desk = await openDesk({ logTo: lines })
  await desk.agent('Boris')
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'livedesk' and state = 'idle'`.execute(desk.db)

  const broken = () => lines.errors('An idle database connection broke')
  await expect.poll(broken).not.toEqual([])
  for (const error of broken()) {
    expect(error).toEqual({
      type: 'DatabaseError',
      message: expect.any(String),
      code: '57P01',
      stack: expect.any(String),
    })
  }
  const { username, password } = new URL(inject('postgresUrl'))
  expect(lines.text()).not.toContain('secretKey')
  expect(lines.text()).not.toContain(`"user":"${username}"`)
  expect(lines.text()).not.toContain(`"${password}"`)
})

test('the causes of an error are logged in the same words, even if they go round in a circle', () => {
  const lines = openLines()
  const inner = Object.assign(new Error('The lamp is dark'), {
    code: 'DARK',
    detail: 'Needle',
    client: { secretKey: 1 },
  })
  const outer = new Error('Nobody sees', { cause: inner })
  openLog({ level: 'info', to: lines }).warn({ err: outer }, 'Trouble')
  inner.cause = outer
  openLog({ level: 'info', to: lines }).warn({ err: inner }, 'Round')

  const dark = { type: 'Error', message: 'The lamp is dark', code: 'DARK', stack: expect.any(String) }
  const unseen = { type: 'Error', message: 'Nobody sees', stack: expect.any(String) }
  expect(lines.errors('Trouble')).toEqual([{ ...unseen, cause: dark }])
  expect(lines.errors('Round')).toMatchObject([{ ...dark, cause: { ...unseen, cause: dark } }])
  expect(lines.text()).not.toMatch(/Needle|secretKey/u)
})
