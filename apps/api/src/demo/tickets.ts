import type { TicketMessageKind, TicketPriority, TicketStatus } from '@livedesk/events'
import { blanks, customersInEnglish, customersInRussian } from './customers.ts'
import { type Dice, nth, openDice } from './dice.ts'
import { demoPeople } from './people.ts'
import { deviceStoriesInEnglish } from './stories-en-devices.ts'
import { orderStoriesInEnglish } from './stories-en-orders.ts'
import { questionStoriesInRussian } from './stories-ru-questions.ts'
import { troubleStoriesInRussian } from './stories-ru-troubles.ts'
import type { Story, Turn } from './story.ts'

/** A ticket of the demo desk, with all that was said and done. Minutes are counted back from now. */
export type DemoTicket = {
  readonly title: string
  readonly tags: readonly string[]
  readonly priority: TicketPriority
  readonly status: TicketStatus
  /** Which of the demo people has it. */
  readonly assignee: number | null
  readonly requester: { readonly name: string; readonly email: string }
  readonly openedAgo: number
  readonly messages: readonly DemoMessage[]
  readonly changes: readonly DemoChange[]
}

export type DemoMessage = {
  readonly kind: TicketMessageKind
  /** Which of the demo people wrote it; null is the requester. */
  readonly author: number | null
  readonly body: string
  readonly ago: number
}

export type DemoChange =
  | { readonly what: 'assigned_to'; readonly after: number; readonly ago: number }
  | { readonly what: 'status'; readonly before: TicketStatus; readonly after: TicketStatus; readonly ago: number }

const DAY = 24 * 60

/** The tickets of the demo desk, oldest first: the same ones every time. */
export const demoTickets = (count: number): DemoTicket[] => {
  const dice = openDice(7)
  const inEnglish = shuffled(dice, [...deviceStoriesInEnglish, ...orderStoriesInEnglish])
  const inRussian = shuffled(dice, [...troubleStoriesInRussian, ...questionStoriesInRussian])
  const tickets = Array.from({ length: count }, (_, index) => {
    // Six of ten are in English. The stories of each language take turns, so that neighbours differ.
    const language = [0, 1, 3, 5, 6, 8].includes(index % 10) ? ('en' as const) : ('ru' as const)
    const story = language === 'en' ? nth(inEnglish, index) : nth(inRussian, index)
    return tell(dice, story, language, agoOf(dice, index, count))
  })
  return tickets.toSorted((a, b) => b.openedAgo - a.openedAgo)
}

// Four weeks, more of them lately: the last one came in minutes ago.
const agoOf = (dice: Dice, index: number, count: number) => {
  const remaining = (count - 1 - index) / (count - 1)
  return Math.round(4 + 28 * DAY * remaining ** 1.6 + dice.between(0, 9))
}

const tell = (dice: Dice, story: Story, language: 'en' | 'ru', openedAgo: number): DemoTicket => {
  const fill = filler(dice, language)
  const status = statusFor(dice, openedAgo)
  const assignee = status === 'new' ? null : dice.pick([0, 1, 1, 2, 2, 2, 3, 3, 3])
  const turns = turnsUntil(dice, status, story.turns)
  const { messages, now } = converse(dice, turns, assignee, openedAgo, fill)
  const pickedUp = openedAgo - Math.min(Math.round((openedAgo - now) / 2), dice.between(2, 40))
  return {
    title: fill(dice.pick(story.titles)),
    tags: dice.chance() < 0.15 ? [...story.tags, 'vip'] : story.tags,
    priority: dice.chance() < 0.85 ? story.priority : dice.pick(['low', 'normal', 'high']),
    status,
    assignee,
    requester: requesterOf(dice, language),
    openedAgo,
    messages: [{ kind: 'reply', author: null, body: fill(story.opening), ago: openedAgo }, ...messages],
    changes: assignee === null ? [] : changesTo(dice, status, assignee, pickedUp, now),
  }
}

const statusFor = (dice: Dice, openedAgo: number): TicketStatus => {
  const roll = dice.chance()
  if (openedAgo < 0.5 * DAY) return roll < 0.6 ? 'new' : 'in_progress'
  if (openedAgo < 3 * DAY) return roll < 0.2 ? 'new' : roll < 0.6 ? 'in_progress' : roll < 0.85 ? 'waiting' : 'resolved'
  if (openedAgo < 10 * DAY)
    return roll < 0.15 ? 'in_progress' : roll < 0.35 ? 'waiting' : roll < 0.85 ? 'resolved' : 'closed'
  return roll < 0.04 ? 'waiting' : roll < 0.35 ? 'resolved' : 'closed'
}

/** How far a conversation has come: nobody answered a new ticket, the desk spoke last in one that waits. */
const turnsUntil = (dice: Dice, status: TicketStatus, turns: readonly Turn[]): readonly Turn[] => {
  switch (status) {
    case 'new':
      return []
    case 'in_progress':
      return turns.slice(0, dice.between(0, Math.max(0, turns.length - 2)))
    case 'waiting':
      return turns.slice(0, turns.findIndex(([who]) => who === 'reply') + 1)
    case 'resolved':
    case 'closed':
      return turns
  }
}

const converse = (
  dice: Dice,
  turns: readonly Turn[],
  assignee: number | null,
  openedAgo: number,
  fill: (text: string) => string,
): { messages: DemoMessage[]; now: number } => {
  let now = openedAgo
  const messages = turns.map(([who, text], index): DemoMessage => {
    now -= Math.min(
      dice.between(6, who === 'customer' ? 900 : 240),
      Math.max(1, Math.floor(now / (turns.length - index + 1))),
    )
    const author =
      who === 'customer'
        ? null
        : who === 'note' && dice.chance() < 0.3
          ? dice.between(0, demoPeople.length - 1)
          : assignee
    return { kind: who === 'note' ? 'note' : 'reply', author, body: fill(text), ago: now }
  })
  return { messages, now }
}

const changesTo = (dice: Dice, status: TicketStatus, assignee: number, pickedUp: number, now: number): DemoChange[] => {
  const taken: DemoChange[] = [
    { what: 'assigned_to', after: assignee, ago: pickedUp },
    { what: 'status', before: 'new', after: 'in_progress', ago: pickedUp },
  ]
  const resolvedAgo = Math.max(1, now - dice.between(1, 30))
  switch (status) {
    case 'new':
    case 'in_progress':
      return taken
    case 'waiting':
      return [...taken, { what: 'status', before: 'in_progress', after: 'waiting', ago: now }]
    case 'resolved':
      return [...taken, { what: 'status', before: 'in_progress', after: 'resolved', ago: resolvedAgo }]
    case 'closed':
      return [
        ...taken,
        { what: 'status', before: 'in_progress', after: 'resolved', ago: resolvedAgo },
        {
          what: 'status',
          before: 'resolved',
          after: 'closed',
          ago: Math.max(1, resolvedAgo - dice.between(1, 3) * DAY),
        },
      ]
  }
}

const requesterOf = (dice: Dice, language: 'en' | 'ru') => {
  if (language === 'en') {
    const name = dice.pick(customersInEnglish)
    const box = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')
    return { name, email: `${box}@example.com` }
  }
  const [name, box] = dice.pick(customersInRussian)
  return { name, email: `${box}@example.org` }
}

/** Fills the blanks of one ticket: the same blank is the same word throughout. */
const filler = (dice: Dice, language: 'en' | 'ru') => {
  const words = blanks[language]
  const filled: Readonly<Record<string, string>> = {
    device: dice.pick(words.device),
    city: dice.pick(words.city),
    day: dice.pick(words.day),
    amount: dice.pick(words.amount),
    version: dice.pick(words.version),
    order: `LN-${dice.between(20_000, 89_999)}`,
  }
  return (text: string) => text.replaceAll(/\{(\w+)\}/gu, (blank, name: string) => filled[name] ?? blank)
}

const shuffled = <T>(dice: Dice, these: readonly T[]): readonly T[] =>
  these
    .map((one) => ({ one, place: dice.chance() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one)
