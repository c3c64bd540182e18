import { type Client, type Desk, type Entry, hears, put, type Rules } from './desk.ts'
import { readToHead } from './following.ts'
import type { Step } from './protocol.ts'

/** What can happen to a client: it reads, its line is cut, it returns. */
export function* clientSteps(desk: Desk, rules: Rules, index: number): Generator<Step> {
  const client = desk.clients[index]
  if (!client) return
  const set = (next: Client, more: Partial<Desk> = {}): Desk => ({
    ...desk,
    ...more,
    clients: put(desk.clients, index, next),
  })
  const [frame] = client.coming
  if (frame)
    yield [
      `client ${index} reads ${'seq' in frame ? `number ${frame.seq}` : 'that it must load anew'}`,
      read(desk, index),
    ]
  if (client.on !== undefined && desk.left.cuts > 0) {
    yield [
      `the line of client ${index} is cut`,
      set({ ...client, on: undefined, coming: [] }, { left: { ...desk.left, cuts: desk.left.cuts - 1 } }),
    ]
  }
  if (client.on !== undefined) return
  for (const [worker, { up }] of desk.workers.entries())
    if (up)
      yield [`client ${index} returns to worker ${worker}, from ${client.cursor}`, admit(desk, rules, index, worker)]
}

/** A client takes what is next on its line. What it loads anew is what the database holds then. */
const read = (desk: Desk, index: number): Desk => {
  const client = desk.clients[index]
  const [frame, ...coming] = client?.coming ?? []
  if (!client || !frame) return desk
  if ('seq' in frame)
    return {
      ...desk,
      clients: put(desk.clients, index, { ...client, coming, cursor: frame.seq, heard: [...client.heard, frame] }),
    }
  const loaded = [...desk.txs.keys()].filter((tx) => desk.txs[tx]?.state === 'committed')
  return {
    ...desk,
    clients: put(desk.clients, index, {
      ...client,
      coming,
      cursor: frame.loadFrom,
      loadedAt: frame.loadFrom,
      heard: [],
      loaded,
    }),
  }
}

const admit = (before: Desk, rules: Rules, index: number, on: number): Desk => {
  const cursor = before.clients[index]?.cursor ?? 0
  const ahead = cursor > (before.workers[on]?.position ?? 0)
  const desk = ahead ? readToHead(before, rules, on) : before
  const [client, worker] = [desk.clients[index], desk.workers[on]]
  if (!client || !worker) return desk
  const enter = (coming: Client['coming']): Desk => ({
    ...desk,
    clients: put(desk.clients, index, { ...client, on, coming }),
  })
  if (rules.resumes === 'from the head') return enter([])
  const lost = cursor > worker.position || desk.gaps.some(({ after, first }) => after < cursor && cursor < first)
  if (lost) return enter([{ loadFrom: worker.position }])

  const missed = desk.log.filter(({ seq }) => seq > cursor && seq <= worker.position)
  let member = rules.memberships === 'as they are' ? worker.member : memberBefore(missed, worker.member)
  return enter(
    missed.filter(({ tx, effect }) => {
      if (effect === 'join') member = true
      const heard = hears(index, desk.txs[tx]?.kind, member)
      if (effect === 'leave' && rules.memberships === 'as they were') member = false
      return heard
    }),
  )
}

/** Whether client 0 was in the chat before these entries, going back from how it is after them. */
const memberBefore = (entries: readonly Entry[], after: boolean) =>
  entries.reduceRight((member, { effect }) => (effect === undefined ? member : effect === 'leave'), after)
