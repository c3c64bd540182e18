import { Ticket, type User } from '@livedesk/events'
import type { z } from 'zod'
import { Tab } from './tab.ts'

/** An answer as a script sees it. `body` is what came as JSON, or undefined. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown }

type Asked = { readonly worker?: number; readonly headers?: Record<string, string> }

/** Someone signed in, as their browser is: requests with a cookie to any worker, and tabs on any worker. */
export class Person implements Disposable {
  readonly user: User
  readonly #origins: readonly string[]
  readonly cookie: string
  readonly #settled: (worker: number) => Promise<void>
  readonly #tabs: Tab[] = []

  constructor(user: User, origins: readonly string[], cookie: string, settled: (worker: number) => Promise<void>) {
    this.#settled = settled
    this.user = user
    this.#origins = origins
    this.cookie = cookie
  }

  get id() {
    return this.user.id
  }

  get(path: string, asked?: Asked) {
    return this.send('GET', path, undefined, asked)
  }

  post(path: string, body: unknown, asked?: Asked) {
    return this.send('POST', path, body, asked)
  }

  patch(path: string, body: unknown, asked?: Asked) {
    return this.send('PATCH', path, body, asked)
  }

  delete(path: string, asked?: Asked) {
    return this.send('DELETE', path, undefined, asked)
  }

  send(method: string, path: string, body: unknown, { worker = 0, headers = {} }: Asked = {}): Promise<Answer> {
    return ask(`${this.#origin(worker)}/api${path}`, method, body, { Cookie: this.cookie, ...headers })
  }

  /** Reads what must be there. */
  async read<S extends z.ZodType>(path: string, schema: S, asked?: Asked): Promise<z.output<S>> {
    const { status, body } = await this.get(path, asked)
    if (status !== 200) throw new Error(`GET ${path} was answered ${status}: ${JSON.stringify(body)}`)
    return schema.parse(body)
  }

  /** Does what must succeed. */
  async do<S extends z.ZodType>(path: string, body: unknown, schema: S, asked?: Asked): Promise<z.output<S>> {
    const answer = await this.post(path, body, asked)
    if (answer.status >= 300)
      throw new Error(`POST ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    return schema.parse(answer.body)
  }

  assign(ticket: Pick<Ticket, 'id'>, to: Pick<User, 'id'>, asked?: Asked) {
    return this.do(`/tickets/${ticket.id}/assign`, { user_id: to.id }, Ticket, asked)
  }

  /** A tab of theirs that has been welcomed. What was said before, it does not hear. */
  async connect({ worker = 0, query = '' }: { readonly worker?: number; readonly query?: string } = {}) {
    await this.#settled(worker)
    const tab = new Tab(`${this.#origin(worker).replace('http', 'ws')}/api/ws${query}`, {
      Cookie: this.cookie,
      Origin: this.#origin(worker),
    })
    this.#tabs.push(tab)
    await tab.welcomed
    return tab
  }

  /** The status that an upgrade is refused with. */
  async tryToConnect(headers: Record<string, string>) {
    using tab = new Tab(`${this.#origin(0).replace('http', 'ws')}/api/ws`, { Cookie: this.cookie, ...headers })
    return await tab.refused
  }

  [Symbol.dispose]() {
    for (const tab of this.#tabs) tab[Symbol.dispose]()
  }

  #origin(worker: number) {
    const origin = this.#origins[worker]
    if (!origin) throw new Error(`There is no worker ${worker}.`)
    return origin
  }
}

/** Sends one request and reads its answer. */
export const ask = async (
  url: string,
  method: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const response = await fetch(url, {
    method,
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = /json/u.test(response.headers.get('Content-Type') ?? '')
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text || undefined }
}
