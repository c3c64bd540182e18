import { describe, expect, test } from 'vitest'
import { compareContracts } from '../src/publish/compare.ts'
import { whatToPin } from '../src/publish/history.ts'
import { contractSchema, hashOf, type Json, type JsonObject } from '../src/publish/json-schema.ts'

const number = { type: 'number' }
const text = { type: 'string' }

/** A contract of one event that tells of a ticket, with what a test wants otherwise. */
const contractOf = (
  change: { ticket?: JsonObject; event?: JsonObject; more?: JsonObject; codes?: JsonObject } = {},
): JsonObject => ({
  'x-close-codes': { too_slow: 4408, ...change.codes },
  $defs: {
    Ticket: {
      type: 'object',
      properties: { title: text, tags: { type: 'array', items: text }, status: { enum: ['closed', 'new'] } },
      required: ['tags', 'title'],
      ...change.ticket,
    },
    'event.ticket_closed': {
      type: 'object',
      properties: {
        ticket: { $ref: '#/$defs/Ticket' },
        other: { anyOf: [{ $ref: '#/$defs/Ticket' }, { type: 'null' }] },
      },
      required: ['ticket'],
      'x-audience': 'agents',
      ...change.event,
    },
    ...change.more,
  },
})

const fields = (properties: { [field: string]: Json }, required: string[] = ['tags', 'title']) =>
  contractOf({ ticket: { properties, required } })
const whole = { title: text, tags: { type: 'array', items: text }, status: { enum: ['closed', 'new'] } }

describe('[V2] what may be added in a minor version', () => {
  test.each([
    ['nothing', contractOf(), []],
    ['an event', contractOf({ more: { 'event.ticket_merged': { type: 'object' } } }), ['event.ticket_merged is new.']],
    ['a command', contractOf({ more: { 'command.mute': { type: 'object' } } }), ['command.mute is new.']],
    ['a close code', contractOf({ codes: { too_many: 4429 } }), ['close code too_many is new.']],
    ['another name for a part', contractOf({ more: { Queue: text } }), []],
    [
      'a field that may be absent',
      fields({ ...whole, due_at: text }),
      ['event.ticket_closed.ticket.due_at is new.', 'event.ticket_closed.other.due_at is new.'],
    ],
  ])('%s', (_, after, added) => {
    const difference = compareContracts(contractOf(), after)
    expect(difference.broken).toEqual([])
    expect(difference.added).toHaveLength(added.length)
    expect(difference.added).toEqual(expect.arrayContaining(added))
  })
})

describe('[V2] kinds of a list that says that it is open', () => {
  const kind = (what: string, value: JsonObject = text) => ({
    type: 'object',
    properties: { what: { const: what }, after: value },
    required: ['what'],
  })
  const withKinds = (kinds: Json[], isOpen = true) =>
    contractOf({ event: { properties: { entry: { oneOf: kinds, ...(isOpen && { 'x-open': true }) } } } })
  const before = withKinds([kind('title'), kind('tags')])

  test('are added in a minor version', () => {
    const after = withKinds([kind('level', number), kind('tags'), kind('title')])
    expect(compareContracts(before, after)).toEqual({
      added: ['event.ticket_closed.entry what "level" is new.'],
      broken: [],
    })
  })

  test.each([
    ['may not go', withKinds([kind('title')])],
    ['may not change', withKinds([kind('title', number), kind('tags')])],
    ['may not come to a list that was closed', withKinds([kind('title'), kind('tags'), kind('level')], false)],
  ])('%s', (_, after) => {
    expect(compareContracts(before, after).broken).not.toEqual([])
  })
})

describe('[V2] what needs a major version', () => {
  const { title: _title, ...untitled } = whole
  test.each([
    ['a lost field', fields(untitled, ['tags']), 'event.ticket_closed.ticket.title is gone.'],
    [
      'a field of another kind',
      fields({ ...whole, title: number }),
      'event.ticket_closed.ticket.title is not what it was.',
    ],
    [
      'a new field that must be there',
      fields({ ...whole, due_at: text }, ['due_at', 'tags', 'title']),
      'event.ticket_closed.ticket.due_at is new and must be there.',
    ],
    ['a field that may be absent now', fields(whole, ['tags']), 'event.ticket_closed.ticket.title may be absent now.'],
    [
      'a field that must be there now',
      fields(whole, ['status', 'tags', 'title']),
      'event.ticket_closed.ticket.status must be there now.',
    ],
    [
      'other items in a list',
      fields({ ...whole, tags: { type: 'array', items: number } }),
      'event.ticket_closed.ticket.tags is not what it was.',
    ],
    [
      'a new value of a closed list',
      fields({ ...whole, status: { enum: ['closed', 'merged', 'new'] } }),
      'event.ticket_closed.ticket.status is not what it was.',
    ],
    ['another audience', contractOf({ event: { 'x-audience': 'user' } }), 'event.ticket_closed is not what it was.'],
    [
      'a close code of another number',
      contractOf({ codes: { too_slow: 4407 } }),
      'close code too_slow is not what it was.',
    ],
    ['a lost event', { ...contractOf(), $defs: {} }, 'event.ticket_closed is gone.'],
  ])('%s', (_, after, sentence) => {
    expect(compareContracts(contractOf(), after).broken).toContain(sentence)
  })
})

describe('[V1] pinning the contract', () => {
  const before = contractOf()
  const more = contractOf({ more: { 'event.ticket_merged': { type: 'object' } } })
  const other = contractOf({ event: { 'x-audience': 'user' } })
  const first = { version: '1.0', hash: hashOf(before), what: 'The first.' }
  const pinned = () => before

  test('an unchanged contract needs nothing', () => {
    expect(whatToPin([first], before, pinned)).toEqual({ do: 'nothing' })
  })

  test('a change without a word is refused, and told what to run', () => {
    expect(whatToPin([first], more, pinned)).toEqual({
      do: 'refuse',
      why: [
        'The contract is no longer what version 1.0 pinned:',
        '- event.ticket_merged is new.',
        'As an addition it becomes version 1.1. Run: pnpm contract "What changed, in a sentence."',
      ].join('\n'),
    })
  })

  test('an addition becomes the next minor version', () => {
    expect(whatToPin([first], more, pinned, { what: 'Merging.', major: false })).toEqual({
      do: 'write',
      history: [{ version: '1.1', hash: hashOf(more), what: 'Merging.' }, first],
    })
  })

  test('what breaks clients is refused until it is meant', () => {
    const refused = whatToPin([first], other, pinned, { what: 'Closing.', major: false })
    expect(refused.do === 'refuse' && refused.why).toContain('pnpm contract --major')
    expect(whatToPin([first], other, pinned, { what: 'Closing.', major: true })).toMatchObject({
      do: 'write',
      history: [{ version: '2.0', hash: hashOf(other) }, first],
    })
  })

  test('a line that waits for its hash gets it, if it follows what came before', () => {
    const waiting = (version: string) => ({ version, hash: '', what: 'Being worked on.' })
    expect(whatToPin([waiting('1.0')], before, pinned)).toMatchObject({
      do: 'write',
      history: [{ hash: hashOf(before) }],
    })
    expect(whatToPin([waiting('1.1'), first], more, pinned)).toMatchObject({
      do: 'write',
      history: [{ hash: hashOf(more) }, first],
    })
    expect(whatToPin([waiting('1.2'), first], more, pinned)).toMatchObject({
      why: 'After 1.0 comes 1.1 or 2.0, not 1.2:\n- event.ticket_merged is new.',
    })
    expect(whatToPin([waiting('1.1'), first], other, pinned)).toMatchObject({
      why: 'After 1.0 comes 2.0, not 1.1:\n- event.ticket_closed is not what it was.',
    })
  })

  test('the hash is of the schema in its one form: keys in order, and every letter counts', () => {
    const schema = contractSchema()
    const names = Object.keys(schema.$defs ?? {})
    expect(names).toEqual(names.toSorted())
    expect(hashOf({ ...schema, title: 'Another' })).not.toBe(hashOf(schema))
  })
})
