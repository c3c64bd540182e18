import type { TicketStatus } from '@livedesk/events'
import { DAY } from './clock.ts'
import type { Course, Fields } from './course.ts'
import type { Dice } from './dice.ts'
import type { Fill } from './fill.ts'
import type { Told } from './progress.ts'
import type { Hands } from './staff.ts'

type Work = {
  readonly turns: readonly Told[]
  /** Where it ends. */
  readonly status: Exclude<TicketStatus, 'new'>
  readonly hands: Hands
  /** What is put right when the ticket is handed out. */
  readonly triage: Partial<Fields>
  readonly fill: Fill
}

/** Takes a new ticket through the desk: handed out, talked about, and left where it stands. */
export const work = (dice: Dice, course: Course, { turns, status, hands, triage, fill }: Work) => {
  const { giver, first, assignee, colleague } = hands
  const pass = (min: number, max: number) => course.pass(dice.between(min, max))
  const resume = () => {
    pass(10, 160)
    course.change(assignee, { status: 'in_progress' })
  }

  pass(3, 100)
  course.change(giver, { assigned_to: first, status: 'in_progress', ...triage })
  if (first !== assignee) {
    pass(5, 40)
    course.change(first, { assigned_to: assignee })
  }

  for (const { who, text, asks } of turns) {
    switch (who) {
      case 'reply':
        resume()
        pass(2, 25)
        course.say('reply', assignee, fill(text))
        if (asks) {
          course.pass(0.5)
          course.change(assignee, { status: 'waiting' })
        }
        break
      case 'note':
        resume()
        pass(1, 15)
        course.say('note', dice.chance() < 0.35 ? colleague : assignee, fill(text))
        break
      case 'again':
        pass(3, 30)
        course.change(assignee, { status: 'resolved' })
        pass(DAY, 3 * DAY)
        course.say('reply', 'requester', fill(text))
        break
      case 'customer':
        pass(15, 700)
        course.say('reply', 'requester', fill(text))
    }
  }

  switch (status) {
    case 'in_progress':
      return resume()
    case 'waiting':
      return
    case 'resolved':
    case 'closed':
      pass(2, 90)
      course.change(assignee, { status: 'resolved' })
      if (status === 'resolved') return
      pass(2 * DAY, 4 * DAY)
      course.change(assignee, { status: 'closed' })
  }
}
