import type { Batch } from '@livedesk/api/src/live/log.ts'
import { check, type Verdict } from '../chaos/check.ts'
import { type Dice, openDice } from '../chaos/dice.ts'
import type { Said } from '../chaos/history.ts'
import { SimulatedClient } from './client.ts'
import { type Row, SimulatedDatabase } from './database.ts'
import { VirtualTime } from './virtual-time.ts'
import { SimulatedWorker } from './worker.ts'

const [users, chats, tabs, workersAtOnce] = [4, 3, 8, 2]
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/**
 * One desk, for some seconds of a time that is not real: the delivery of the workers as it is, in this process, over a
 * database and lines that answer late, break and forget as the seed has it. The same seed gives the same run.
 */
export const simulate = async (seed: number, acts: number): Promise<Verdict> => {
  using time = new VirtualTime()
  const dice = openDice(seed)
  const database = new SimulatedDatabase(time, dice.for('database'))
  const lost = dice.pick([0, 0.1, 1])
  const nudge = (from: SimulatedWorker, batch: Batch) => {
    for (const worker of workers) {
      if (worker === from || dice.chance(lost)) continue
      time.after(dice.next() * (dice.chance(0.1) ? 50 : 3), () => worker.heed(batch, dice.chance(0.7)))
    }
  }
  const newWorker = (index: number) => new SimulatedWorker({ time, dice: dice.for(`worker ${index}`), database, nudge })
  const workers: [SimulatedWorker, ...SimulatedWorker[]] = [
    newWorker(1),
    ...numbers(workersAtOnce - 1).map((index) => newWorker(index + 1)),
  ]
  let sessions = 0
  const newClient = (index: number) =>
    new SimulatedClient({
      name: `tab ${index}`,
      userId: 1 + (index % users),
      time,
      dice: dice.for(`tab ${index}`),
      database,
      workers,
      newSession: () => (sessions += 1),
    })
  const clients: [SimulatedClient, ...SimulatedClient[]] = [newClient(0), ...numbers(tabs - 1).map(newClient)]

  const desk = { time, dice, database, workers, clients, say: sayer(dice, clients), fat: dice.chance(0.3) }
  await time.pass(50)
  for (let act = 0; act < acts; act += 1) {
    draw(desk)
    await time.pass(dice.chance(0.1) ? dice.between(100, 1500) : dice.next() * 30)
  }
  for (const client of clients) client.goOn(true)
  await time.pass(10_000)

  const { said, log, gaps, head, epoch, crashed, pruned, unnumbered } = database
  const histories = clients.flatMap(({ listener }) => listener.histories)
  const verdict = check({
    said,
    log,
    gaps,
    head,
    epoch,
    unnumbered,
    crashed,
    pruned: pruned > 0,
    histories,
    answered: [],
  })
  const notLive = clients.filter(({ live }) => !live).length
  return notLive === 0
    ? verdict
    : { ...verdict, violations: [...verdict.violations, { rule: 'D3', words: `${notLive} tabs are not live again.` }] }
}

type Desk = {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly database: SimulatedDatabase
  readonly workers: readonly [SimulatedWorker, ...SimulatedWorker[]]
  readonly clients: readonly [SimulatedClient, ...SimulatedClient[]]
  readonly say: (bytes: number) => Row
  /** Whether some of what is said is large, so that sockets fill up. */
  readonly fat: boolean
}

/** One thing that happens at a desk. */
const draw = ({ time, dice, database, workers, clients, say, fat }: Desk) => {
  const chance = dice.next()
  if (chance < 0.6) {
    const count = dice.chance(0.05) ? dice.between(200, 600) : dice.between(1, 6)
    const rows = numbers(count).map(() => say(fat && count < 10 && dice.chance(0.3) ? 60_000 : 0))
    // Who died between its COMMIT and its numbering asks for none.
    if (database.commit(rows) && dice.chance(0.9)) dice.pick(workers).kick()
  } else if (chance < 0.62) database.prune()
  else if (chance < 0.78) dice.pick(clients).cut()
  else if (chance < 0.86) {
    const reader = dice.pick(clients)
    reader.goOn(false)
    time.after(dice.between(10, 3000), () => reader.goOn(true))
  } else if (chance < 0.93) dice.pick(workers).die(dice.between(5, 500))
  else
    database.crash(dice.between(5, 400), () =>
      workers.forEach((worker) => time.after(dice.next() * 20, () => worker.wake())),
    )
}

/** Makes up what is said next. */
const sayer = (dice: Dice, clients: readonly SimulatedClient[]) => {
  let count = 0
  const nothing = { chatId: null, userId: null, sessionId: null, ticket: null, version: null }
  return (bytes: number): Row => {
    count += 1
    const id = `said ${count}`
    const event = JSON.stringify({ type: 'said', said: id, ...(bytes > 0 && { filling: 'x'.repeat(bytes) }) })
    const [chatId, userId] = [dice.between(1, chats), dice.between(1, users)]
    const row = (said: Partial<Said> & Pick<Said, 'kind'>, rest: Omit<Row, 'said'>): Row => ({
      said: { said: id, ...nothing, ...said },
      ...rest,
    })
    const chance = dice.next()
    if (chance < 0.3)
      return row({ kind: 'tell', userId }, { audience: 'user', audienceId: userId, event, effect: null })
    if (chance < 0.5) return row({ kind: 'announce' }, { audience: 'agents', audienceId: null, event, effect: null })
    const toChat = { audience: 'chat', audienceId: chatId, event } as const
    if (chance < 0.75) return row({ kind: 'post', chatId }, { ...toChat, effect: null })
    if (chance < 0.98) {
      const kind = dice.chance(0.6) ? 'join' : 'leave'
      return row({ kind, chatId, userId }, { ...toChat, effect: { do: kind, chat_id: chatId, user_id: userId } })
    }
    const sessionId = clients[dice.between(0, clients.length - 1)]?.sessionId ?? 0
    return row(
      { kind: 'end_session', sessionId },
      { audience: 'nobody', audienceId: null, event: null, effect: { do: 'end_session', session_id: sessionId } },
    )
  }
}
