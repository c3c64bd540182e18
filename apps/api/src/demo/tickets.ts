import { SIX_WEEKS } from './clock.ts'
import { Course, type Fields, type Happened } from './course.ts'
import type { Customer } from './customers.ts'
import { type Dice, nth, openDice } from './dice.ts'
import { openFill, type Telling } from './fill.ts'
import { english, type Language, russian } from './languages.ts'
import type { Person } from './people.ts'
import { statusAt, turnsUntil } from './progress.ts'
import { repeated } from './repeats.ts'
import { type Hands, staff } from './staff.ts'
import type { Story } from './story.ts'
import { work } from './work.ts'

/** A ticket of the demo desk with all that became of it. Times are in minutes of the desk. */
export type DemoTicket = Fields &
  Happened & {
    readonly title: string
    readonly requester: Customer
    readonly opened_by: Person
    readonly openedAgo: number
    /** What two people at the desk say to each other about it in its chat, if they do. */
    readonly aside: readonly { readonly by: Person; readonly body: string; readonly at: number }[]
    /** The title of the ticket that it says once more, as a duplicate. */
    readonly repeats?: string
  }

/** The tickets of the demo desk, oldest first: the same ones every time, whatever the hour. */
export const demoTickets = (): DemoTicket[] => {
  const dice = openDice(SEED)
  const told = [...deal(dice, english), ...deal(dice, russian)]
    .toSorted((a, b) => a.place - b.place)
    .map((card, place) => tell(dice, card, openedAgo(dice, place)))
  return [...told, ...repeated(told)].toSorted((a, b) => b.openedAgo - a.openedAgo)
}

const SEED = 46
const TICKETS = 200

/** The ages of the last ones: whoever looks at the desk finds it awake. */
const LATELY = [56, 43, 27, 16, 8, 2]

type Card = {
  readonly language: Language
  readonly story: Story
  readonly telling: Telling
  readonly customer: Customer
  readonly place: number
}

/** Half of the tickets: every story once, then most of them again, in another order and from someone else. */
const deal = (dice: Dice, language: Language): Card[] => {
  const households = dice.shuffle(language.households)
  const offices = dice.shuffle(language.offices)
  const told = ([0, 1] as const).flatMap((telling) =>
    dice.shuffle(language.stories).map((story) => ({ language, story, telling })),
  )
  return told.slice(0, TICKETS / 2).map((card, place) => ({
    ...card,
    customer: nth(card.story.from === 'office' ? offices : households, place),
    // Next to each other, the languages mix as they happen to.
    place: place + 2 * dice.chance(),
  }))
}

const openedAgo = (dice: Dice, place: number) => {
  const lately = LATELY[place - (TICKETS - LATELY.length)]
  const part = (TICKETS - LATELY.length - place - 0.9 * dice.chance()) / TICKETS
  // More of them lately, as in a shop before the winter.
  return lately ?? 60 + (SIX_WEEKS - 60) * part ** 1.3
}

const tell = (dice: Dice, { language, story, telling, customer }: Card, ago: number): DemoTicket => {
  const fill = openFill(dice, language, customer[0], telling)
  const [status, hands] = [statusAt(dice, ago), staff(dice, language)]
  const triaged = dice.chance() < 0.6
  const course = new Course({
    status: 'new',
    priority: triaged ? story.priority : 'normal',
    assigned_to: null,
    tags: triaged ? story.tags : story.tags.slice(0, 1),
  })
  course.say('reply', 'requester', fill(story.opening[telling]))
  const { priority, tags } = story
  const turns = turnsUntil(dice, status, story.turns)
  if (status !== 'new') work(dice, course, { turns, status, hands, triage: { priority, tags }, fill })
  const happened = course.within(ago)
  return {
    ...course.fields,
    ...happened,
    title: fill(story.titles[telling]),
    requester: customer,
    opened_by: hands.opener,
    openedAgo: ago,
    aside: telling === 0 ? [] : talkBefore(happened, story.aside ?? [], hands),
  }
}

/** The two who know of a ticket talk about it when it has been picked up, before anyone answers. */
const talkBefore = (
  { said: [, answer], changed: [pickedUp] }: Happened,
  lines: readonly string[],
  { assignee, colleague }: Hands,
) => {
  if (!answer || !pickedUp) return []
  const pause = (answer.at - pickedUp.at) / (lines.length + 1)
  return lines.map((body, place) => ({
    by: place % 2 === 0 ? assignee : colleague,
    body,
    at: pickedUp.at + pause * (place + 1),
  }))
}
