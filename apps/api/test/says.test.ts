import { events } from '@livedesk/events'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { saidElsewhere } from '../src/app.ts'

const sources = join(import.meta.dirname, '../src')
const says = (file: string, type: string) => readFileSync(join(sources, file), 'utf8').includes(`type: '${type}'`)

test('every event of the contract is said by a feature, or by who is named for it', () => {
  const features = globSync('*/*.ts', { cwd: sources, exclude: ['demo/**', 'live/**'] })
  const elsewhere = Object.entries(saidElsewhere)
  const unsaid = Object.keys(events).filter(
    (type) => !Object.hasOwn(saidElsewhere, type) && !features.some((file) => says(file, type)),
  )
  expect(unsaid).toEqual([])
  expect(elsewhere.filter(([type, file]) => !says(file, type))).toEqual([])
})
