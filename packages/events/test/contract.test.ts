import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import * as contract from '../src/index.ts'
import { asyncApi } from '../src/publish/asyncapi.ts'
import { compareContracts } from '../src/publish/compare.ts'
import { readDocs } from '../src/publish/docs.ts'
import { whatToPin } from '../src/publish/history.ts'
import { contractSchema, hashOf, nameOf } from '../src/publish/json-schema.ts'
import { contractHistory, contractVersion } from '../src/version.ts'

const read = (place: string) =>
  z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(new URL(`../${place}`, import.meta.url), 'utf8')))
const pinned = (version: string) => read(`history/${version}.json`)

describe('the history', () => {
  test('[V1] the contract as it is has a line in the history', () => {
    const pin = whatToPin(contractHistory, contractSchema(), pinned)
    expect(pin.do, pin.do === 'refuse' ? pin.why : 'Run: pnpm contract').toBe('nothing')
  })

  test.each(contractHistory)('[V1] version $version is what its hash says', ({ version, hash }) => {
    expect(hashOf(pinned(version))).toBe(hash)
  })

  test('[V2] each version is a major one if something broke, and comes directly after the one before', () => {
    for (const [index, line] of [...contractHistory].entries()) {
      const earlier: readonly contract.VersionLine[] = contractHistory.slice(index + 1)
      const [previous] = earlier
      if (!previous) continue
      const { broken } = compareContracts(pinned(previous.version), pinned(line.version))
      const [major = 0, minor = 0] = previous.version.split('.').map(Number)
      const allowed = broken.length > 0 ? [`${major + 1}.0`] : [`${major}.${minor + 1}`, `${major + 1}.0`]
      expect(allowed).toContain(line.version)
    }
  })
})

describe('what is published', () => {
  test('[V5] asyncapi.json is made of the schemas as they are', () => {
    expect(read('asyncapi.json'), 'Run: pnpm contract').toEqual(asyncApi(contractVersion))
  })

  test('[V5] everything that travels, every shared schema and every close code is described where it is declared', () => {
    const docs = readDocs()
    const pascal = (type: string) => type.replaceAll(/(?:^|_)(\w)/gu, (_, letter: string) => letter.toUpperCase())
    const names = [
      ...Object.keys(contract.events).map(pascal),
      ...contract.ControlFrame.options.map(({ shape }) => pascal(shape.type.value)),
      ...Object.keys(contract.commands),
      ...Object.keys(contract.closeCodes),
    ]
    expect(names.filter((name) => !docs.get(name))).toEqual([])
  })
})

describe('the table of events', () => {
  test('an event stands under its own wire name', () => {
    for (const [name, spec] of Object.entries(contract.events)) {
      expect(spec.type).toBe(name)
      expect(spec.schema.shape.type.value).toBe(name)
    }
  })

  test('every declared event is in the table, and every command and control frame in its union', () => {
    const declared = Object.values(contract).filter((value) => typeof value === 'object' && 'durability' in value)
    expect(new Set(declared)).toEqual(new Set(Object.values(contract.events)))
    expect(contract.Command.options).toEqual(Object.values(contract.commands))
    expect(Object.keys(contractSchema().$defs ?? {})).toEqual(
      expect.arrayContaining(contract.ControlFrame.options.map(({ shape }) => nameOf.control(shape.type.value))),
    )
  })

  test('wire names are snake_case, and no frame of the server shares its name with another', () => {
    const names = [
      ...Object.keys(contract.events),
      ...contract.ControlFrame.options.map(({ shape }) => shape.type.value),
    ]
    expect(names.filter((name) => !/^[a-z]+(_[a-z]+)*$/u.test(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  test('a build knows its own events, and no others', () => {
    expect(contract.isEventType('ticket_assigned')).toBe(true)
    expect(contract.isEventType('ticket_asigned')).toBe(false)
    expect(contract.isEventType('toString')).toBe(false)
  })
})
