import type { CompiledQuery } from 'kysely'
import type { Pool } from 'pg'
import { z } from 'zod'

const Explained = z.array(z.object({ 'QUERY PLAN': z.string() }))
const large = /^(?:tickets|ticket_messages|ticket_documents|requesters|chats)$/u

/** The indexes that queries are answered by, and `all of …` for each large table that is read whole. */
export const indexesOf = async (pool: Pool, queries: readonly CompiledQuery[]) => {
  const used = new Set<string>()
  for (const { sql: text, parameters } of queries.filter((query) => /^\s*(?:select|with)/u.test(query.sql))) {
    const { rows } = await pool.query(`explain ${text}`, [...parameters])
    for (const { 'QUERY PLAN': line } of Explained.parse(rows)) {
      const index = /(?:Index(?: Only)? Scan(?: Backward)? using|Bitmap Index Scan on) (\w+)/u.exec(line)?.[1]
      if (index !== undefined) used.add(index)
      const whole = /Seq Scan on (\w+)/u.exec(line)?.[1]
      if (whole !== undefined && large.test(whole)) used.add(`all of ${whole}`)
    }
  }
  return [...used]
}
