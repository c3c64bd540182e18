import { expect, test } from 'vitest'
import { z } from 'zod'
import { Command, ControlFrame, closeCodes, events } from '../src/index.ts'
import { namedRules, rules, spec } from './rules.ts'

const Frame = z.looseObject({ type: z.string() })

test('the rules of each letter are numbered without a gap', () => {
  const letters = Map.groupBy(rules, (id) => id.charAt(0))
  expect([...letters.keys()]).toEqual(['D', 'W', 'S', 'C', 'V'])
  for (const [letter, ids] of letters) expect(ids).toEqual(ids.map((_, index) => `${letter}${index + 1}`))
})

test('every rule that a test names, or the page itself, is one', () => {
  const strangers = [...namedRules()].filter(([id]) => !rules.includes(id)).flatMap(([, tests]) => tests)
  expect(strangers).toEqual([])
  const mentioned = [...spec.matchAll(/\b[DWSCV]\d+\b/gu)].map(([id]) => id)
  expect(mentioned.filter((id) => !rules.includes(id))).toEqual([])
})

test('the page names every close code of the contract, with its number', () => {
  const rows = [...spec.matchAll(/^\| (?<code>\d{4}) +\| `(?<name>\w+)` +\|/gmu)].map(({ groups }) => [
    groups?.name,
    Number(groups?.code),
  ])
  expect(Object.fromEntries(rows)).toEqual(closeCodes)
})

test('the page names every reason of a resync', () => {
  const rows = [...spec.matchAll(/^\| `(?<reason>\w+)` +\| /gmu)].map(({ groups }) => groups?.reason)
  const [, resync] = ControlFrame.options
  expect(rows).toEqual(expect.arrayContaining(resync.shape.reason.options))
})

test('what the transcript shows in full are frames of the contract', () => {
  const transcript = spec.slice(spec.indexOf('## A transcript'))
  const frames = [...transcript.matchAll(/^(?<from>[→←]) (?<json>\{(?!.*\{…\}).*\})/gmu)].map(({ groups }) => ({
    from: groups?.from,
    frame: Frame.parse(JSON.parse(groups?.json ?? '')),
  }))
  expect(frames).toHaveLength(10)
  for (const { from, frame } of frames) {
    const event = Object.values(events).find(({ type }) => type === frame.type)
    const schema = from === '→' ? Command : (event?.schema ?? ControlFrame)
    expect(schema.safeParse(frame), JSON.stringify(frame)).toMatchObject({ success: true })
    expect('seq' in frame).toBe(from === '←' && event?.durability === 'durable')
  }
})
