import type { Dice } from './dice.ts'
import type { Language } from './languages.ts'
import { demoPeople, type Person } from './people.ts'

/** Whose hands a ticket goes through. */
export type Hands = {
  /** Enters what came by mail or telephone. */
  readonly opener: Person
  /** Hands the ticket out: to themselves, if they are `first`. */
  readonly giver: Person
  /** Gets it first, and passes it on unless they are the `assignee`. */
  readonly first: Person
  /** Does the work. */
  readonly assignee: Person
  /** Knows of it and leaves a note now and then. */
  readonly colleague: Person
}

/** Chooses who deals with a ticket in a language. */
export const staff = (dice: Dice, { desk }: Language): Hands => {
  const everyone = demoPeople.map(({ key }) => key)
  const assignee = dice.pick(desk)
  const first = dice.chance() < 0.1 ? dice.pick(without(everyone, assignee)) : assignee
  return {
    opener: dice.pick(everyone),
    giver: dice.chance() < 0.6 ? first : first === 'anna' ? dice.pick(without(everyone, 'anna')) : 'anna',
    first,
    assignee,
    colleague: dice.pick(without(desk, assignee)),
  }
}

const without = (people: readonly Person[], person: Person) => people.filter((one) => one !== person)
