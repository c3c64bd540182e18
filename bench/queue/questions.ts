import { UserId } from '@livedesk/events'
import { countViews, listTags } from '@livedesk/api/src/tickets/count.ts'
import { ListQuery, listTickets } from '@livedesk/api/src/tickets/page.ts'
import { search, SearchQuery } from '@livedesk/api/src/tickets/search.ts'
import { TicketSort, ViewId } from '@livedesk/queue'
import type { Db } from '@livedesk/api/src/db/pool.ts'

type Snapshot = Parameters<Parameters<ReturnType<Db['transaction']>['execute']>[0]>[0]

/** One thing that a screen asks of the desk. */
export type Question = {
  readonly kind: 'page' | 'words' | 'counts' | 'search'
  readonly name: string
  readonly ask: (snapshot: Snapshot) => Promise<unknown>
}

const viewer = UserId.parse(5)

const list = (name: string, query: Record<string, string>, kind: Question['kind'] = 'page'): Question => ({
  kind,
  name,
  ask: (snapshot) => listTickets(snapshot, viewer, ListQuery.parse(query)),
})

/** What the queue is asked all day. */
export const queueQuestions: readonly Question[] = [
  ...ViewId.options.map((view) => list(`view ${view}`, { view })),
  ...TicketSort.options.map((sort) => list(`all by ${sort}`, { sort })),
  ...TicketSort.options.map((sort) => list(`open by ${sort}`, { sort, view: 'open' })),
  list('closed, low, one person', { status: 'closed', priority: 'low', assigned_to: '45' }),
  list('closed or resolved, low or urgent', { status: 'closed,resolved', priority: 'low,urgent' }),
  list('waiting, urgent, nobody', { status: 'waiting', priority: 'urgent', assigned_to: 'none' }),
  list('new or in progress, high, three people', { status: 'new,in_progress', priority: 'high', assigned_to: '5,6,7' }),
  list('closed, urgent, a common tag', { status: 'closed', priority: 'urgent', tag: 'tag-1' }),
  list('closed, one person, a common tag', { status: 'closed', assigned_to: '5', tag: 'tag-1' }),
  list('new, urgent, a rare tag', { status: 'new', priority: 'urgent', tag: 'tag-40' }),
  { kind: 'counts', name: 'counters of all views', ask: (snapshot) => countViews(snapshot, viewer) },
  { kind: 'counts', name: 'tags in use', ask: (snapshot) => listTags(snapshot) },
  list('words: a number', { q: 'INC-100020' }, 'words'),
  list('words: in a few of ten thousand', { q: 'fifilpi' }, 'words'),
  list('words: in one of two hundred', { q: 'printer' }, 'words'),
  list('words: in one of fifty', { q: 'при' }, 'words'),
]

/** The keyset page of a number, by the cursors of those before it. */
export const page = async (snapshot: Snapshot, number: number): Promise<Question> => {
  let cursor: string | undefined
  for (let at = 1; at < number; at += 1) {
    const { next_cursor } = await listTickets(snapshot, viewer, ListQuery.parse({ view: 'all', cursor }))
    if (next_cursor === null) throw new Error(`This desk has no page ${number}.`)
    cursor = next_cursor
  }
  return list(`page ${number} of all`, { view: 'all', ...(cursor !== undefined && { cursor }) })
}

const find = (name: string, query: Record<string, string>): Question => ({
  kind: 'search',
  name: `search: ${name}`,
  ask: (snapshot) => search(snapshot, viewer, SearchQuery.parse(query)),
})

/** What people look for over tickets and messages. */
export const searchQuestions: readonly Question[] = [
  find('the commonest word', { q: 'printer' }),
  find('a common word in Russian', { q: 'принтер' }),
  find('two common words', { q: 'hello printer' }),
  find('two words, one rare', { q: 'fifilpi meeting' }),
  find('the beginning of many words', { q: 'при' }),
  find('a phrase', { q: '"printer network"' }),
  find('a ticket’s number', { q: '#1777' }),
  find('an order number', { q: 'ORD-1770-5' }),
  find('part of an address', { q: 'omer77@example' }),
  find('a telephone number', { q: '8 495 123 12 03' }),
  find('words that nobody wrote', { q: 'нет такого' }),
  find('a common word, narrowed by three fields', {
    q: 'printer',
    status: 'closed',
    priority: 'urgent',
    assigned_to: '5',
  }),
]
