import type { DemoTicket } from './tickets.ts'

/** What a requester writes when nobody has answered: the same again, as a ticket of its own. */
const tellings = [
  {
    isIn: (title: string) => !cyrillic.test(title),
    title: (title: string) => `Once more: ${title}`,
    body: 'Hello again, I do not know whether my first message has reached you, so here it is once more. Nothing has changed since. Is somebody looking into it?',
  },
  {
    isIn: (title: string) => cyrillic.test(title),
    title: (title: string) => `Ещё раз: ${title}`,
    body: 'Здравствуйте ещё раз! Не знаю, дошло ли первое письмо, поэтому пишу снова. За это время ничего не изменилось. Кто-нибудь этим занимается?',
  },
] as const

const cyrillic = /[а-яё]/iu

/** How many minutes ago they write again. */
const again = 62

/** For each language, the newest ticket that waits for its first answer, told again by its requester. */
export const repeated = (tickets: readonly DemoTicket[]): DemoTicket[] =>
  tellings.flatMap(({ isIn, title, body }) => {
    const first = tickets.findLast((ticket) => isIn(ticket.title) && waitsForWords(ticket))
    if (!first) return []
    return {
      ...first,
      title: title(first.title),
      status: 'new',
      priority: 'normal',
      assigned_to: null,
      tags: first.tags.slice(0, 1),
      openedAgo: again,
      said: [{ kind: 'reply', by: 'requester', body, at: 0 }],
      changed: [],
      noticed: [],
      aside: [],
      repeats: first.title,
    }
  })

const waitsForWords = ({ status, said, openedAgo }: DemoTicket) =>
  status === 'in_progress' && said.length === 1 && openedAgo > 2 * again
