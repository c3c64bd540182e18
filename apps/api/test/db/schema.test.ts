import { expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { generateSchema } from './generate-schema.ts'

test('the typed schema is the migrated database’s own (`vitest run test/db -u` writes it anew)', async () => {
  await using database = await openDatabase()
  await expect(await generateSchema(database.db)).toMatchFileSnapshot('../../src/db/schema.ts')
})
