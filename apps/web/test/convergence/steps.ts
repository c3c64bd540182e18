import fc from 'fast-check'
import { acts } from './acts.ts'
import { causes } from './causes.ts'
import { type Doing, pick, sure } from './choices.ts'
import type { Mood } from './network.ts'
import { settled, type Tab } from './tab.ts'

/** A step of an interleaving: what is done, and numbers that choose what with. */
export type Step = { readonly does: keyof typeof doings; readonly a: number; readonly b: number; readonly c: number }

/** Does a step. What does not apply just now does nothing. */
export const take = async (tab: Tab, { does, a, b, c }: Step) => {
  await doings[does](tab, a, b, c)
  await settled()
  tab.check()
}

export const steps = (length: number) =>
  fc.array(fc.record({ does: fc.constantFrom(...often()), a: fc.nat(1023), b: fc.nat(1023), c: fc.nat(7) }), {
    maxLength: length,
    size: 'max',
  })

const moods: readonly Mood[] = [
  'answers',
  'answers',
  'answers',
  'answers',
  'answers',
  'refuses',
  'is_unreachable',
  'answer_is_lost',
]

const doings = {
  happens: (tab, a, b, c) => {
    const cause: Doing = sure(Object.values(causes), a % 101)
    tab.desk.commit(() => cause(tab, a, b, c))
  },
  acts: (tab, a, b, c) => {
    tab.hasActed = true
    return sure(acts, a % 103)(tab, a, b, c)
  },
  number: ({ log }, a, b) => log.number(1 + (a % 4), [b % 2 === 0, b % 3 === 0, b % 5 === 0]),
  hear: ({ connection }, a) => connection.hear(1 + (a % 5)),
  repeat: ({ connection }, a) => connection.repeat(1 + (a % 3)),
  reach: ({ connection }) => connection.reach(),
  connect: ({ connection }, a) => connection.connect(a % 4 > 0),
  cut: ({ connection }) => connection.cut(),
  restore: ({ connection, log }, a, b) => {
    connection.cut()
    log.beginEpoch(`e${a}.${b}`, a % 50)
  },
  open: (tab, a) => tab.open(sure(tab.entries, a)),
  close: (tab, a) => tab.close(sure(tab.entries, a)),
  drop: (tab, a) => tab.drop(sure(tab.entries, a)),
  refetch: (tab, a) => {
    const entry = sure(tab.entries, a)
    if (entry.isLoaded(tab.store)) tab.refetch(entry.path)
  },
  more: (tab, a) => {
    const entry = pick(
      tab.entries.filter((one) => one.hasMore(tab.store)),
      a,
    )
    entry?.more(tab.store)
  },
  serve: ({ network, desk }, a, b, c) => {
    const request = pick(
      network.requests.filter(({ taken }) => !taken),
      a,
    )
    if (request) network.take(request, sure(moods, b), c, desk.now(c > 3))
  },
  arrive: ({ network }, a) => {
    const request = pick(
      network.requests.filter(({ taken }) => taken),
      a,
    )
    if (request) network.arrive(request)
  },
  draw: ({ screen }) => screen.draw(),
  wait: ({ clock }, a) => clock.pass(50 * (1 + (a % 60))),
} satisfies Record<string, Doing>

/** How often each is done. */
const often = () => {
  const weights: Record<keyof typeof doings, number> = {
    happens: 12,
    acts: 4,
    number: 8,
    hear: 8,
    repeat: 2,
    reach: 1,
    connect: 2,
    cut: 1,
    restore: 1,
    open: 10,
    close: 2,
    drop: 1,
    refetch: 3,
    more: 4,
    serve: 12,
    arrive: 12,
    draw: 6,
    wait: 2,
  }
  return Object.entries(weights)
    .flatMap(([does, weight]) => Array.from({ length: weight }, () => does))
    .filter(isDoing)
}

const isDoing = (name: string): name is keyof typeof doings => Object.hasOwn(doings, name)
