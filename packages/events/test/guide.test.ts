import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyStep, linesOf, readGuide, type Step } from './guide.ts'
import { copyTree } from './tree.ts'

const steps = readGuide()
const changes = steps.filter(({ file }) => file.includes('/src/'))

const good = ({ code, output }: { code: number; output: string }) => expect(code, output).toBe(0)

describe('the guide', () => {
  test('leads from nothing to a live event in three files and at most thirty lines', () => {
    expect(changes.map(({ file }) => file)).toEqual([
      'packages/events/src/tickets.ts',
      'apps/api/src/tickets/routes.ts',
      'apps/web/src/tickets/tickets-live.ts',
    ])
    expect(changes.reduce((sum, step) => sum + linesOf(step), 0)).toBeLessThanOrEqual(30)
  })
})

describe('a copy of the repository', { timeout: 300_000 }, () => {
  let tree: ReturnType<typeof copyTree>
  beforeAll(() => {
    tree = copyTree()
  })
  afterAll(() => tree[Symbol.dispose]())

  /** The repository with these steps, and no others. */
  const take = (taken: readonly Step[]) => {
    for (const step of steps) tree.put(step.file, (source) => (taken.includes(step) ? applyStep(source, step) : source))
  }

  test.each([
    ['packages/events/src/tickets.ts', 'apps/api'],
    ['apps/api/src/tickets/routes.ts', 'apps/api'],
    ['apps/web/src/tickets/tickets-live.ts', 'apps/web'],
  ])('without the guide’s %s, %s does not compile', async (left, place) => {
    take(changes.filter(({ file }) => file !== left))

    expect(await tree.compile(place)).toMatch(/ticket_escalated|TicketEscalated/u)
  })

  test('compiles with all that the guide says', async () => {
    take(steps)

    expect(await tree.compile()).toBe('')
  })

  test('is written as the formatter and the linter want it', async () => {
    take(steps)
    const files = steps.map(({ file }) => file)

    good(await tree.run('.', 'node_modules/oxfmt/bin/oxfmt', '--check', ...files))
    good(await tree.run('.', 'node_modules/oxlint/bin/oxlint', ...files))
  })

  test('gets a minor version, and passes the contract’s own tests', async () => {
    take(steps)

    good(await tree.run('.', 'packages/events/src/publish/pin.ts', 'A ticket can be escalated.'))
    const tests = ['contract', 'frames', 'asyncapi'].map((name) => `test/${name}.test.ts`)
    good(await tree.vitest('packages/events', ...tests))
  })

  test('says the event to everyone, as the guide’s own test of it proves', async () => {
    take(steps)

    good(await tree.vitest('apps/api', 'test/tickets/escalate.test.ts'))
  })
})
