import type { ChatId, EphemeralEvent } from '@livedesk/events'
import type { Kysely } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Database } from '../db/schema.ts'
import { Ear, type Hearing } from './ear.ts'
import { type CommandHandlers, Endpoint, type EndpointOptions } from './endpoint.ts'
import { Hub, type HubOptions } from './hub.ts'
import type { Batch } from './log.ts'
import { liveMetrics } from './metrics.ts'
import { type Nudge, numberedNudge, type Passing, passingNudge } from './nudge.ts'
import type { Tx } from './outbox.ts'
import { Presence } from './presence.ts'
import type { PubSub, PubSubListener } from './pubsub.ts'
import type { MemoryBus } from './pubsub-memory.ts'
import { openPubSubOfDesk } from './pubsub-of-desk.ts'
import { openPostgresPubSub } from './pubsub-postgres.ts'
import { openRedisPubSub } from './pubsub-redis.ts'
import { Sequencer } from './sequencer.ts'
import { inboxSink } from './sink.ts'
import { readSnapshot, type Snapshot } from './snapshot.ts'
import { SteadyClient } from './steady-client.ts'
import type { Sink } from './transact.ts'

export type PubSubChoice =
  | { readonly kind: 'postgres' }
  | { readonly kind: 'redis'; readonly url: string }
  | { readonly kind: 'memory'; readonly bus: Pick<MemoryBus, 'open'> }

export type LiveOptions = Pick<EndpointOptions, 'authenticate' | 'allowedOrigin'> &
  Pick<HubOptions, 'goesOn'> & {
    readonly databaseUrl: string
    readonly pubsub: PubSubChoice
    readonly commands: CommandHandlers
    /** Whether what is said is checked against the contract: in development and tests. */
    readonly checkEvents: boolean
    readonly log: Logger
    readonly registry: Registry
  }

/** The live layer of one worker. */
export type Live = AsyncDisposable & {
  /** Where transactions put their events. */
  readonly sink: Sink
  /** The last event that this worker has delivered: what is read from the database from now on reflects it. */
  position(): { readonly cursor: number; readonly epoch: string }
  /** Reads in one snapshot of the database, and says exactly which events what was read holds: for counts. */
  read<T>(db: Kysely<Database>, work: (tx: Tx) => Promise<T>): Promise<Snapshot<T>>
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Says something in passing to a chat's members, on every worker: at most once, never stored. */
  sayToChat(chatId: ChatId, event: EphemeralEvent<'chat'>): void
  /** Says something in passing to everyone at the desk, on every worker. */
  sayToAgents(event: EphemeralEvent<'agents'>): void
  /** Whether this worker delivers as promised, and if not, why. */
  readiness(): { readonly ready: boolean; readonly reasons: readonly string[]; readonly mode: Hearing['state'] }
  /** Sends the sockets elsewhere and numbers what is left. Takes at most about two seconds. */
  leave(): Promise<void>
}

const heartbeatMs = 8000
const leaveSpreadMs = 1500

/** What makes good a lost nudge, or another worker's death between commit and numbering, within this time. */
const sweepMs = 900
const sweepWhenDeafMs = 250

/** Opens the live layer: connects, finds the head of the log, and starts to listen, number and deliver. */
export const openLive = async (options: LiveOptions): Promise<Live> => {
  const { databaseUrl, log } = options
  const worker = randomUUID()
  const metrics = liveMetrics(options.registry)
  // What comes back (a connection, the pubsub) wakes delivery, once there is one to wake.
  let wake = () => {}

  await using opening = new AsyncDisposableStack()
  const reader = opening.use(new SteadyClient({ databaseUrl, log, name: 'read', onUp: () => wake() }))
  await reader.tried()
  const hub = await Hub.open({
    reader,
    log,
    metrics,
    heartbeatMs,
    goesOn: options.goesOn,
    onLive: (connection) => presence.came(connection),
  })

  const ear = opening.use(
    new Ear({
      worker,
      log,
      metrics,
      open: (listener) =>
        openPubSubOfDesk(
          () => hub.epoch,
          (inner) => openPubSub(options, inner),
          listener,
        ),
      onNudge: (nudge) => heed(hub, presence, nudge),
      onHearing: () => wake(),
    }),
  )
  const presence = opening.use(
    new Presence({ worker, pubsub: ear.pubsub, tell: (event) => hub.pass({ to: 'agents' }, JSON.stringify(event)) }),
  )
  const sequencer = opening.use(
    new Sequencer({
      databaseUrl,
      log,
      metrics,
      position: () => hub.position,
      nudgeFrom: options.pubsub.kind === 'postgres' ? worker : undefined,
      onNumbered: (batch: Batch, since: number) => {
        if (options.pubsub.kind !== 'postgres' && batch.entries.length > 0) {
          ear.pubsub.publish(numberedNudge(worker, batch, ear.pubsub.maxBytes))
        }
        if (batch.head < since) hub.catchUp()
        else hub.accept(batch)
      },
    }),
  )
  wake = () => {
    sequencer.kick()
    hub.catchUp()
  }
  const sweep = setInterval(() => sequencer.kick(), sweepMs)
  const deafSweep = setInterval(() => ear.hearing.state !== 'hearing' && sequencer.kick(), sweepWhenDeafMs)
  opening.defer(() => {
    clearInterval(sweep)
    clearInterval(deafSweep)
  })

  const endpoint = new Endpoint({ ...options, hub, presence, metrics, heartbeatMs })
  opening.defer(() => {
    for (const connection of hub.connections()) connection.terminate()
  })
  await ear.pubsub.tried()

  const say = (passing: Passing) => {
    hub.pass(passing, JSON.stringify(passing.event))
    ear.pubsub.publish(passingNudge(worker, passing))
  }
  const open = opening.move()

  return {
    sink: inboxSink({ check: options.checkEvents, committed: () => sequencer.kick() }),
    position: () => ({ cursor: hub.position, epoch: hub.epoch }),
    read: (db, work) => readSnapshot(db, () => sequencer.kick(), work),
    handleUpgrade: (request, socket, head) => endpoint.handleUpgrade(request, socket, head),
    sayToChat: (id, event) => say({ to: 'chat', id, event }),
    sayToAgents: (event) => say({ to: 'agents', event }),
    readiness: () => readiness(ear.hearing, { sequencer: sequencer.up, reader: reader.up }),
    leave: async () => {
      await endpoint.leave(leaveSpreadMs)
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

const openPubSub = ({ pubsub, databaseUrl, log }: LiveOptions, listener: PubSubListener): PubSub => {
  switch (pubsub.kind) {
    case 'postgres':
      return openPostgresPubSub({ databaseUrl, log }, listener)
    case 'redis':
      return openRedisPubSub({ redisUrl: pubsub.url, log }, listener)
    case 'memory':
      return pubsub.bus.open(listener)
  }
}

const heed = (hub: Hub, presence: Presence, nudge: Nudge) => {
  switch (nudge.kind) {
    case 'numbered':
      if (nudge.batch) hub.accept(nudge.batch)
      else hub.catchUp(nudge.head)
      return
    case 'passing':
      if (nudge.audience === 'agents') hub.pass({ to: 'agents' }, nudge.event)
      else if (nudge.id !== null) hub.pass({ to: 'chat', id: nudge.id }, nudge.event)
      return
    case 'here':
      presence.heard(nudge.from, nudge.part, nudge.parts, nudge)
      return
    case 'probe':
      return
  }
}

const readiness = (hearing: Hearing, up: { readonly sequencer: boolean; readonly reader: boolean }) => {
  const reasons = [
    ...(up.sequencer ? [] : ['The connection that numbers events is down.']),
    ...(up.reader ? [] : ['The connection that reads the log is down.']),
    ...(hearing.state === 'deaf' ? [`Nudges are not heard: ${hearing.reason}.`] : []),
  ]
  return { ready: reasons.length === 0, reasons, mode: hearing.state }
}
