import { type Db, openDb, openPool } from '@livedesk/api/src/db/pool.ts'
import { openLog } from '@livedesk/api/src/log.ts'
import { selectTickets } from '@livedesk/api/src/tickets/queries.ts'
import { Chat, Ticket, type TicketId, UserId } from '@livedesk/events'
import { ChatSummary, type CreateTicket, TicketDraftList } from '@livedesk/resources'
import {
  type APIRequestContext,
  type Browser,
  type BrowserContextOptions,
  expect,
  test as base,
} from '@playwright/test'
import { z } from 'zod'
import type { Stack } from '../stack.ts'
import { Line } from './line.ts'
import { openStack } from './open-stack.ts'
import { Person } from './person.ts'

/** Everyone's password at the demo desk. */
export const PASSWORD = 'livedesk-demo'

export type Name = 'anna' | 'boris' | 'clara' | 'dmitri'

type SignInOptions = BrowserContextOptions & {
  /** The worker that this person's browser talks to: 0 or 1. */
  readonly worker?: 0 | 1
  /** Where their tabs' one socket is: in a worker, or in one of the tabs, as where browsers have no shared workers. */
  readonly home?: 'worker' | 'leader'
}

/** The demo desk as a story uses it: people sign in at browsers of their own, and things that the story is not about come over the API. */
export class Desk implements AsyncDisposable {
  readonly #stack: Stack
  readonly #browser: Browser
  readonly #open = new AsyncDisposableStack()
  #db: Db | undefined
  readonly #apis = new Map<Name, Promise<APIRequestContext>>()
  readonly #newApi: (baseURL: string) => Promise<APIRequestContext>
  /** What no page should do, whatever the story: throw into the void, or try what the security policy refuses. */
  readonly faults: string[] = []

  constructor(stack: Stack, browser: Browser, newApi: (baseURL: string) => Promise<APIRequestContext>) {
    this.#stack = stack
    this.#browser = browser
    this.#newApi = newApi
  }

  /** A browser at which nobody is signed in. */
  async stranger({ worker = 0, home = 'worker', ...options }: SignInOptions = {}) {
    const line = this.#open.use(await Line.to(this.#stack.ports[worker]))
    const context = await this.#browser.newContext({
      baseURL: line.address,
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
      ...options,
    })
    this.#open.defer(() => context.close())
    context.on('weberror', (fault) => this.faults.push(String(fault.error())))
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.faults.push(message.text())
    })
    if (home === 'leader') await context.addInitScript(() => Reflect.deleteProperty(window, 'SharedWorker'))
    return Person.at(context, line)
  }

  /** Someone who is signed in, at a browser of their own, looking at nothing yet. */
  async signIn(name: Name, options: SignInOptions = {}) {
    const person = await this.stranger(options)
    await person.page
      .context()
      .request.post('/api/session', { data: { email: `${name}@livedesk.test`, password: PASSWORD } })
    return person
  }

  /** A new ticket, opened by Anna. */
  async ticket(title: string, about: Partial<CreateTicket> = {}) {
    const data = {
      title,
      body: `${title}. Please help.`,
      requester: { name: 'Rosa Parker', email: 'rosa@example.com' },
      ...about,
    }
    return Ticket.parse(await this.ask('anna', 'post', '/api/tickets', data))
  }

  /** Tickets as they are kept in Postgres, by their ids. */
  async ticketRows(ids: readonly TicketId[]) {
    return selectTickets(this.#openDb()).where('tickets.id', 'in', ids).orderBy('tickets.id').execute()
  }

  /** What has been said on a ticket as it is kept in Postgres, in its order. */
  async wordsOf(id: TicketId) {
    const db = this.#openDb()
    const rows = await db
      .selectFrom('ticket_messages')
      .select('body')
      .where('ticket_id', '=', id)
      .orderBy('id')
      .execute()
    return rows.map(({ body }) => body)
  }

  /** The files that have been sent on a ticket as they are kept in Postgres, in their order. */
  async filesOf(id: TicketId) {
    const db = this.#openDb()
    return db
      .selectFrom('attachments')
      .innerJoin('ticket_messages', 'ticket_messages.id', 'attachments.message_id')
      .select(['attachments.name', 'attachments.type', 'attachments.width'])
      .where('ticket_messages.ticket_id', '=', id)
      .orderBy('attachments.message_id')
      .orderBy('attachments.place')
      .execute()
  }

  /** The statuses that a ticket was given by hand, as they are kept in Postgres, in their order. */
  async statusesOf(id: TicketId) {
    const db = this.#openDb()
    const rows = await db
      .selectFrom('ticket_activity')
      .select('after')
      .where('ticket_id', '=', id)
      .where('what', '=', 'status')
      .orderBy('id')
      .execute()
    return rows.map(({ after }) => after)
  }

  /** A new group of these people, made by the first. */
  async group(title: string, [maker, ...others]: readonly [Name, ...Name[]]) {
    const member_ids = await Promise.all(others.map((name) => this.idOf(name)))
    return Chat.pick({ id: true, title: true }).parse(
      await this.ask(maker, 'post', '/api/chats', { kind: 'group', title, member_ids }),
    )
  }

  /** What someone's list of chats holds. */
  async chatsOf(name: Name) {
    return z.object({ items: z.array(ChatSummary) }).parse(await this.ask(name, 'get', '/api/chats')).items
  }

  /** Saved views as they are kept in Postgres, in their order. */
  async savedViewRows() {
    const db = this.#openDb()
    return db.selectFrom('saved_views').select(['id', 'name', 'query', 'shared']).orderBy('position').execute()
  }

  /** What someone's drafts are at the desk. */
  async draftsOf(name: Name) {
    return TicketDraftList.parse(await this.ask(name, 'get', '/api/drafts')).items
  }

  async idOf(name: Name) {
    const { user } = z.object({ user: z.object({ id: UserId }) }).parse(await this.ask(name, 'get', '/api/session'))
    return user.id
  }

  /** Does something as someone, over the API, at worker 0. */
  async ask(
    name: Name,
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    data?: object,
  ): Promise<unknown> {
    const api = await this.#api(name)
    const answer = await api[method](path, data ? { data } : {})
    expect(answer.ok(), `${name} ${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
    return answer.status() === 204 ? undefined : answer.json()
  }

  #openDb() {
    if (this.#db) return this.#db
    const log = openLog({ level: 'warn', to: process.stderr })
    const db = openDb(openPool({ url: this.#stack.databaseUrl, name: 'stories', max: 1, log }))
    this.#open.defer(() => db.destroy())
    return (this.#db = db)
  }

  #api(name: Name) {
    const known = this.#apis.get(name)
    if (known) return known
    const opening = this.#newApi(`http://127.0.0.1:${this.#stack.ports[0]}`).then(async (api) => {
      this.#open.defer(() => api.dispose())
      const answer = await api.post('/api/session', { data: { email: `${name}@livedesk.test`, password: PASSWORD } })
      expect(answer.status()).toBe(200)
      return api
    })
    this.#apis.set(name, opening)
    return opening
  }

  [Symbol.asyncDispose]() {
    return this.#open.disposeAsync()
  }
}

/** Stories are told with a desk. One that is up serves story after story. */
export const test = base.extend<{ desk: Desk }, { stack: Stack }>({
  stack: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from its parameter.
    async ({}, use) => {
      await using stack = await openStack()
      await use(stack)
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  desk: async ({ stack, browser, playwright }, use) => {
    await using desk = new Desk(stack, browser, (baseURL) => playwright.request.newContext({ baseURL }))
    await use(desk)
    expect(desk.faults).toEqual([])
  },
})

export { expect }
