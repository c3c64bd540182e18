import { readFile } from 'node:fs/promises'
import { Client } from 'pg'

export type DeskSize = { readonly tickets: number; readonly messages: number }

/** The tables that are filled, and whose indexes are made when they are full: that is ten times as fast. */
const large = [
  'requesters',
  'tickets',
  'chats',
  'ticket_messages',
  'ticket_activity',
  'ticket_documents',
  'ticket_counts',
  'tag_counts',
]

/** Fills a migrated, empty database with a desk of this many tickets and of so many messages in each. It is the same desk every time. */
export const fillDesk = async (url: string, { tickets, messages }: DeskSize) => {
  const text = await readFile(new URL('fill.sql', import.meta.url), 'utf8')
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
       where indrelid = any($1::text[]::regclass[]) and not indisunique`,
      [large],
    )
    await client.query("set session_replication_role = replica; set maintenance_work_mem = '512MB'")
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    const filling = text.replaceAll('$tickets', String(tickets)).replaceAll('$messages', String(messages))
    for (const statement of filling.split(/;\n\n/u)) await client.query(statement)
    for (const { definition } of indexes) await client.query(definition)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}
