import type { RawBuilder } from 'kysely'
import { seedDemo } from '../../src/demo/seed.ts'
import { openDatabase } from '../database.ts'

/** A Wednesday afternoon. */
export const wednesday = new Date('2026-11-18T14:20:00.000Z')

/** A desk that was filled at a moment, and a way to ask it. */
export const openDemo = async (now = wednesday) => {
  const { db, [Symbol.asyncDispose]: dispose } = await openDatabase()
  await seedDemo(db, { now })
  return {
    db,
    ask: async <T>(question: RawBuilder<T>) => (await question.execute(db)).rows,
    [Symbol.asyncDispose]: dispose,
  }
}
