import { Ticket, type TicketActivity, type TicketMessage, type UserId } from '@livedesk/events'
import { PostedTicketMessage, ProblemBody, TicketActivityPage, TicketMessagePage } from '@livedesk/resources'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Answer, Person } from '../person.ts'
import { priority, status, tag } from './arbitrary.ts'

const races = 500
const names = ['Anna', 'Boris', 'Clara', 'Dmitri']

/** What someone does of the ticket as they saw it when the race began, without looking again. */
const act = fc.oneof(
  fc.record({ does: fc.constant('say' as const), kind: fc.constantFrom('reply', 'note') }),
  fc.record({ does: fc.constant('say' as const), kind: fc.constant('reply'), changes: fc.record({ status }) }),
  fc.record({ does: fc.constant('patch' as const), fields: fc.record({ status }) }),
  fc.record({ does: fc.constant('patch' as const), fields: fc.record({ priority, title: fc.constantFrom('A', 'B') }) }),
  fc.record({
    does: fc.constant('patch' as const),
    fields: fc.record({ tags: fc.uniqueArray(tag, { maxLength: 3 }) }),
  }),
  fc.record({ does: fc.constant('assign' as const), to: fc.nat(names.length - 1) }),
  fc.record({ does: fc.constant('status' as const), status }),
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

const race = fc.array(fc.record({ acts: fc.array(act, { minLength: 1, maxLength: 2 }), worker: fc.nat(1) }), {
  minLength: 2,
  maxLength: names.length,
})

/** What someone did, and what it was answered. */
type Done = { readonly by: UserId; readonly act: Act; readonly answer: Answer }

test('in five hundred races nobody overwrites or answers past what they have not seen', async () => {
  await using desk = await openDesk({ workers: 2 })
  const people = await Promise.all(names.map((name) => desk.agent(name)))
  const all: Done[] = []

  const run = async (plan: readonly { readonly acts: readonly Act[]; readonly worker: number }[]) => {
    const before = await desk.ticket()
    const [reader] = people
    if (!reader) throw new Error('Nobody is at the desk.')
    const { items } = await reader.read(`/tickets/${before.id}/messages`, TicketMessagePage)
    const opening = items[0]?.id
    const doings = plan.map(async ({ acts, worker }, index) => {
      const by = people[index] ?? reader
      const done: Done[] = []
      for (const act of acts) {
        done.push({ by: by.id, act, answer: await ask(by, before, opening, act, worker, people) })
      }
      return done
    })
    const done = (await Promise.all(doings)).flat()

    const { items: said } = await reader.read(`/tickets/${before.id}/messages`, TicketMessagePage)
    const { items: changed } = await reader.read(`/tickets/${before.id}/activity`, TicketActivityPage)
    expectNobodyAnsweredUnseen(done, said)
    expectNothingOverwritten(before, await reader.read(`/tickets/${before.id}`, Ticket), changed, done)
    all.push(...done)
  }
  const runs = fc.sample(race, { numRuns: races, seed: 20_261_123 })
  const lane = async () => {
    for (let plan = runs.pop(); plan; plan = runs.pop()) await run(plan)
  }
  await Promise.all([lane(), lane(), lane()])

  // They were races: many came second, and were told so.
  for (const code of ['unseen_messages', 'conflict'])
    expect(all.filter(({ answer }) => problemOf(answer) === code).length).toBeGreaterThan(races / 5)
}, 240_000)

const ask = (
  by: Person,
  { id, version }: Ticket,
  seen_message_id: TicketMessage['id'] | undefined,
  act: Act,
  worker: number,
  people: readonly Person[],
) => {
  switch (act.does) {
    case 'say': {
      const { does: _does, ...said } = act
      return by.post(`/tickets/${id}/messages`, { ...said, body: 'Is it out?', seen_message_id }, { worker })
    }
    case 'patch':
      return by.patch(`/tickets/${id}`, { version, ...act.fields }, { worker })
    case 'assign':
      return by.post(`/tickets/${id}/assign`, { user_id: people[act.to]?.id }, { worker })
    case 'status':
      return by.post(`/tickets/${id}/status`, { status: act.status }, { worker })
  }
}

const problemOf = ({ status, body }: Answer) =>
  status >= 400 ? ProblemBody.parse(body).type.split('#').at(-1) : undefined

/** All had seen the opening: of those who said something, one was first, and nobody else was let past them. */
const expectNobodyAnsweredUnseen = (done: readonly Done[], said: readonly TicketMessage[]) => {
  const posted = said.slice(1)
  const authors = new Set(posted.map(({ author }) => author.id))
  const attempts = done.filter(({ act }) => act.does === 'say')
  expect(authors.size).toBe(Math.min(1, attempts.length))
  for (const { by, answer } of attempts) {
    if (authors.has(by)) expect(posted).toContainEqual(PostedTicketMessage.parse(answer.body).message)
    // Whoever was held is told of what they had not seen.
    else expect(ProblemBody.parse(answer.body).unseen?.[0]).toEqual(posted[0])
  }
}

/** Every change stands on the one before it, and an edit only on what its author had seen. */
const expectNothingOverwritten = (before: Ticket, after: Ticket, changed: readonly TicketActivity[], done: Done[]) => {
  const standing = new Map<string, unknown>(Object.entries(before))
  for (const { what, before: was, after: is } of changed.slice(1)) {
    expect(was).toEqual(standing.get(what))
    standing.set(what, is)
  }
  for (const what of ['title', 'status', 'priority', 'assigned_to', 'tags'] as const)
    expect(after[what]).toEqual(standing.get(what))
  for (const { act, answer } of done) {
    if (act.does !== 'patch') continue
    if (answer.status === 200) expect(Ticket.parse(answer.body).version).toBeLessThanOrEqual(before.version + 1)
    else expect(ProblemBody.parse(answer.body).ticket?.version).toBeGreaterThan(before.version)
  }
}
