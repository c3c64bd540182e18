import { createAdapter } from '@socket.io/postgres-adapter'
import { socketIo } from '../dialects.ts'
import { openBenchPool } from './change.ts'
import type { Peer } from './peer.ts'
import { openSocketIo } from './socket-io.ts'

/** Socket.IO between workers over LISTEN and NOTIFY, as the adapter's documentation sets it up. */
export const socketIoPostgres: Peer = {
  name: 'socket.io-postgres',
  dialect: socketIo,
  crosses: true,
  promises: { durable: false, ordered: false, resumable: false },
  open: async ({ databaseUrl }) => {
    const pool = openBenchPool(databaseUrl)
    await pool.query(
      'create table if not exists socket_io_attachments (id bigserial unique, created_at timestamptz default now(), payload bytea)',
    )
    return openSocketIo(databaseUrl, { adapter: createAdapter(pool) })
  },
}
