import type { Rules, Scenario } from './desk.ts'

const nothing = { rollbacks: 0, kills: 0, cuts: 0, crashes: 0, doubles: 0, nudges: true }

/** Desks that are small enough to look at everything that can happen at them. */
export const scenarios = {
  'three transactions at once, one of them rolled back, and nudges that are lost or late': {
    workers: 2,
    clients: 1,
    transactions: ['announce', 'announce', 'announce'],
    ...nothing,
    rollbacks: 1,
  },
  'two tabs on two workers hear two transactions': {
    workers: 2,
    clients: 2,
    transactions: ['announce', 'announce'],
    ...nothing,
    doubles: 1,
  },
  'a worker is killed, and a line is cut': {
    workers: 2,
    clients: 1,
    transactions: ['announce', 'announce'],
    ...nothing,
    kills: 1,
    cuts: 1,
  },
  'somebody joins a chat, is written to, and is removed, while their line is cut': {
    workers: 2,
    clients: 1,
    transactions: ['join', 'post', 'leave'],
    ...nothing,
    nudges: false,
    cuts: 1,
  },
  'the database crashes, and loses what was numbered last': {
    workers: 2,
    clients: 1,
    transactions: ['announce', 'announce'],
    ...nothing,
    crashes: 1,
  },
  'the database crashes twice, and a line is cut': {
    workers: 1,
    clients: 1,
    transactions: ['announce', 'announce'],
    ...nothing,
    crashes: 2,
    cuts: 1,
  },
  'somebody is removed from a chat that they are not in': {
    workers: 2,
    clients: 1,
    transactions: ['leave', 'post', 'leave'],
    ...nothing,
    nudges: false,
    cuts: 1,
  },
} as const satisfies Record<string, Omit<Scenario, 'name'>>

export type ScenarioName = keyof typeof scenarios
export const scenarioNames = Object.keys(scenarios).filter((name): name is ScenarioName =>
  Object.hasOwn(scenarios, name),
)

/** One rule made wrong, and the desk at which it shows. */
export const mistakes: readonly {
  readonly name: string
  readonly rules: Partial<Rules>
  readonly at: ScenarioName
  readonly says: RegExp
}[] = [
  {
    name: 'numbers are taken by identity, before the commit',
    rules: { numbers: 'by identity' },
    at: 'three transactions at once, one of them rolled back, and nudges that are lost or late',
    says: /has not heard number|never hears/u,
  },
  {
    name: 'a batch that does not continue the position is accepted',
    rules: { accepts: 'anything newer' },
    at: 'two tabs on two workers hear two transactions',
    says: /has not heard number|never hears/u,
  },
  {
    name: 'whoever returns goes on from the head',
    rules: { resumes: 'from the head' },
    at: 'a worker is killed, and a line is cut',
    says: /has not heard number|never hears/u,
  },
  {
    name: 'numbering takes no lock',
    rules: { numbering: 'unlocked' },
    at: 'two tabs on two workers hear two transactions',
    says: /another's|never hears|has not heard/u,
  },
  { name: 'nobody sweeps', rules: { sweeps: false }, at: 'a worker is killed, and a line is cut', says: /never/u },
  {
    name: 'whoever leaves is gone before their removal is told',
    rules: { leaves: 'before the event' },
    at: 'somebody joins a chat, is written to, and is removed, while their line is cut',
    says: /has not heard number|never hears/u,
  },
  {
    name: 'a replay takes memberships as they are now',
    rules: { memberships: 'as they are' },
    at: 'somebody joins a chat, is written to, and is removed, while their line is cut',
    says: /which it may not|has not heard number|never hears/u,
  },
  {
    name: 'a second removal is kept as one',
    rules: { effectsKept: 'all' },
    at: 'somebody is removed from a chat that they are not in',
    says: /which it may not/u,
  },
  {
    name: 'numbers that a crash has lost are given again',
    rules: { lostNumbers: 'given again' },
    at: 'the database crashes, and loses what was numbered last',
    says: /another's|twice|never hears|has not heard/u,
  },
]
