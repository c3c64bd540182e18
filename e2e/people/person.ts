import type { Ticket } from '@livedesk/events'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import type { Line } from './line.ts'

/** Something that a person is told outside the page. */
type Told = { readonly way: 'sound' } | { readonly way: 'desktop'; readonly title: string; readonly body: string }

type View = 'Mine' | 'Unassigned' | 'Open' | 'Waiting' | 'Resolved' | 'All'

/** A person at a tab of their browser: what they do there, and what they see. */
export class Person {
  readonly page: Page
  /** The wire that this browser hangs on. */
  readonly line: Line

  static async at(context: BrowserContext, line: Line) {
    return new Person(await context.newPage(), line)
  }

  private constructor(page: Page, line: Line) {
    this.page = page
    this.line = line
  }

  /** Another tab of the same browser. */
  anotherTab() {
    return Person.at(this.page.context(), this.line)
  }

  /** Goes to an address and waits until the page is live. */
  async visit(path: string) {
    await this.page.goto(path)
    await this.isLive()
    await this.page.evaluate(() => Object.assign(window, { neverReloaded: true }))
  }

  openView(view: View) {
    return this.visit(`/tickets?view=${view.toLowerCase()}`)
  }

  async open(ticket: Pick<Ticket, 'id'>) {
    await this.visit(`/tickets/${ticket.id}`)
    await expect(this.ticket(ticket)).toBeVisible()
  }

  async openChat(chat: { readonly id: number }) {
    await this.visit(`/chats/${chat.id}`)
    await expect(this.page.getByRole('textbox', { name: 'Write a message' })).toBeVisible()
  }

  /** The tab says that it is live. */
  async isLive() {
    await expect(this.state).toHaveAttribute('data-state', 'live')
  }

  /** This tab is as it was when it was visited last: nothing has loaded it anew. */
  async wasNotReloaded() {
    expect(await this.page.evaluate(() => 'neverReloaded' in window)).toBe(true)
  }

  row(ticket: Pick<Ticket, 'title'>) {
    return this.page.getByRole('list', { name: 'Tickets' }).getByRole('link').filter({ hasText: ticket.title })
  }

  ticket({ id }: Pick<Ticket, 'id'>) {
    return this.page.getByRole('article', { name: `Ticket ${id}` })
  }

  /** How many tickets a view has, as its counter says. */
  async count(view: View) {
    const counter = this.#viewLink(view)
    await expect(counter).toHaveText(/\d/u)
    return Number((await counter.innerText()).replaceAll(/\D/gu, ''))
  }

  #viewLink(view: View) {
    return this.page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('link', { name: new RegExp(`^${view}\\b`, 'u') })
  }

  /** The views that people saved, as this person has them beside the others. */
  get savedViews() {
    return this.page.getByRole('navigation', { name: 'Saved views' }).getByRole('link')
  }

  savedView(name: string) {
    return this.savedViews.filter({ hasText: name })
  }

  async changeSavedView(name: string, what: string) {
    await this.savedView(name).hover()
    await this.page.getByRole('button', { name: `Change “${name}”` }).click()
    await this.page.getByRole('menuitem', { name: what }).click()
  }

  /** The tickets of the list that is shown. */
  get rows() {
    return this.page.getByRole('list', { name: 'Tickets' }).getByRole('listitem')
  }

  toast(text: string) {
    return this.page.getByRole('alert').filter({ hasText: text })
  }

  async assign(ticket: Pick<Ticket, 'id'>, name: string) {
    await this.ticket(ticket).getByRole('combobox', { name: 'Assignee' }).click()
    await this.page.getByRole('option', { name }).click()
  }

  async setStatus(ticket: Pick<Ticket, 'id'>, status: string) {
    await this.ticket(ticket)
      .getByRole('button', { name: /^Status/u })
      .click()
    await this.page.getByRole('menuitemradio', { name: status }).click()
  }

  /** Who else has a ticket open, as its page shows. */
  viewers(ticket: Pick<Ticket, 'id'>) {
    return this.ticket(ticket).getByRole('img', { name: /Also looking/u })
  }

  status(ticket: Pick<Ticket, 'id'>) {
    return this.ticket(ticket).getByRole('button', { name: /^Status/u })
  }

  async reply(text: string) {
    await this.page.getByRole('textbox', { name: 'Reply' }).fill(text)
    await this.page.getByRole('button', { name: 'Send reply' }).click()
  }

  async addNote(text: string) {
    await this.page.getByText('Note', { exact: true }).click()
    await this.page.getByRole('textbox', { name: 'Note' }).fill(text)
    await this.page.getByRole('button', { name: 'Add note' }).click()
  }

  /** Where it is told that others have written what this person has not seen. */
  get unseen() {
    return this.page.getByRole('dialog', { name: 'Someone has written meanwhile' })
  }

  /** What has been said on the open ticket, from the first message to the last. */
  get conversation() {
    return this.page.getByRole('log', { name: 'Replies and notes' }).getByRole('listitem')
  }

  async say(text: string) {
    await this.page.getByRole('textbox', { name: 'Write a message' }).fill(text)
    await this.page.keyboard.press('Enter')
  }

  /** What has been said in the open chat. */
  get messages() {
    return this.page.getByRole('log', { name: 'Messages' }).getByRole('listitem')
  }

  async signOut() {
    await this.page.getByRole('button', { name: /profile and preferences/u }).click()
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click()
  }

  /** The tab crashes. */
  async crash() {
    const devtools = await this.page.context().newCDPSession(this.page)
    const crashed = this.page.waitForEvent('crash')
    // There is nobody left to answer.
    void devtools.send('Page.crash').catch(() => {})
    await crashed
  }

  /** The worker that this browser's tabs share is ended, as browsers do when memory is short. */
  async endWorker() {
    const devtools = await this.page.context().browser()?.newBrowserCDPSession()
    const { targetInfos = [] } = (await devtools?.send('Target.getTargets')) ?? {}
    const worker = targetInfos.find(({ type, url }) => type === 'shared_worker' && url.startsWith(this.line.address))
    if (!devtools || !worker) throw new Error('This browser has no such worker.')
    await devtools.send('Target.closeTarget', { targetId: worker.targetId })
  }

  /** No network for any tab of this browser: nothing goes through, and the browser says so. */
  async enterTunnel() {
    this.line.darken()
    await this.page.context().setOffline(true)
    await expect(this.state).not.toHaveAttribute('data-state', 'live')
  }

  async leaveTunnel() {
    this.line.mend()
    await this.page.context().setOffline(false)
  }

  /** How much waits to be sent, as the tab says. */
  get unsent() {
    return this.page.getByText(/waits? to be sent$/u).filter({ visible: true })
  }

  /** What the tab says of its connection. */
  get state() {
    return this.page.locator('[data-state]').first()
  }

  /** The browser freezes this tab, as it does with those that nobody looks at, or the machine sleeps. */
  fallAsleep() {
    return this.#setLifecycle('frozen')
  }

  wake() {
    return this.#setLifecycle('active')
  }

  async #setLifecycle(state: 'frozen' | 'active') {
    const devtools = await this.page.context().newCDPSession(this.page)
    await devtools.send('Page.setWebLifecycleState', { state })
  }

  /** Timers of this tab run once a minute from now on, as in tabs that have been out of sight for a while. */
  async slowTimers() {
    await this.page.evaluate(() => {
      const usual = window.setTimeout.bind(window)
      const slow = (run: () => void, ms = 0) => usual(run, Math.max(ms, 60_000))
      Object.assign(window, { setTimeout: slow })
    })
  }

  /** From the next page on this browser tells them by sound and on the desktop, and remembers in each tab what it told. */
  async wantsToBeTold() {
    await this.page.context().addInitScript(() => {
      // The page that a tab begins with has no storage.
      if (location.protocol !== 'about:') localStorage.setItem('livedesk.tell', '{"sound":true,"desktop":true}')
      const told: Told[] = []
      class Watched extends Notification {
        // A browser without a window denies it to every page, whatever it is told.
        static override readonly permission = 'granted'

        constructor(title: string, options?: NotificationOptions) {
          super(title, options)
          told.push({ way: 'desktop', title, body: options?.body ?? '' })
        }
      }
      // A chime is several notes of one moment.
      const heard = new Set<BaseAudioContext>()
      class Note extends OscillatorNode {
        override start(when?: number) {
          if (!heard.has(this.context)) told.push({ way: 'sound' })
          heard.add(this.context)
          setTimeout(() => heard.delete(this.context), 0)
          super.start(when)
        }
      }
      Object.assign(window, { Notification: Watched, OscillatorNode: Note, told })
    })
  }

  /** What this tab told by sound and on the desktop. */
  toldOutside(): Promise<readonly Told[]> {
    return this.page.evaluate(() => Reflect.get(window, 'told'))
  }

  /** The person looks at something that is no tab of the desk. */
  async looksAway() {
    // A page of a browser without a window takes itself for looked at.
    await this.page.evaluate(() => {
      document.hasFocus = () => false
      window.dispatchEvent(new Event('blur'))
    })
  }

  /** The browser puts this page away and keeps it for "back", as the page is told of it. */
  async putAway() {
    await this.page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  }

  /** The locks that this browser's pages hold: a browser keeps no page for "back" that holds one. */
  locksHeld() {
    return this.page.evaluate(async () => {
      const [{ held = [] }, { clientId: own }] = await Promise.all([navigator.locks.query(), ownClient()])
      return held.flatMap(({ name, clientId }) => (name !== undefined && clientId === own ? [name] : []))

      /** Which of them are this page's: it is told apart by a lock that it takes for a moment. */
      async function ownClient() {
        const probe = `probe ${Math.random()}`
        return navigator.locks.request(probe, async () => {
          const { held: all = [] } = await navigator.locks.query()
          return { clientId: all.find(({ name }) => name === probe)?.clientId }
        })
      }
    })
  }

  async comeBack() {
    await this.page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  }

  /** The line is cut for every tab of this browser: sockets end, and new ones end at once. */
  async loseConnection() {
    this.line.cut()
    await expect(this.state).not.toHaveAttribute('data-state', 'live')
  }

  async regainConnection() {
    this.line.mend()
    await this.isLive()
  }
}

/** How many toasts say this, in all these tabs. */
export const toastsIn = async (tabs: readonly Person[], text: string) => {
  const counts = await Promise.all(tabs.map((tab) => tab.toast(text).count()))
  return counts.reduce((sum, count) => sum + count, 0)
}
