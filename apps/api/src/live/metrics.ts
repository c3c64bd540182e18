import { type Aggregator, Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** What the live layer counts, by Prometheus's habits. */
export const liveMetrics = (registry: Registry) => {
  const registers = [registry]
  const counter = (name: string, help: string) => new Counter({ name: `livedesk_live_${name}`, help, registers })
  /** `aggregator` makes one number of those of several workers. */
  const gauge = (name: string, aggregator: Aggregator, help: string) =>
    new Gauge({ name: `livedesk_live_${name}`, help, aggregator, registers })
  return {
    connections: gauge('connections', 'sum', 'Sockets open.'),
    position: gauge('position', 'max', 'The number of the last event that was delivered.'),
    hearing: gauge(
      'pubsub_hearing',
      'min',
      '1 while nudges of other workers are heard, 0 while a worker polls instead.',
    ),
    numbered: counter('numbered_events_total', 'Events this worker gave their place in the order.'),
    numberings: counter('numberings_total', 'Numbering transactions that found something to number.'),
    numberingSeconds: new Histogram({
      name: 'livedesk_live_numbering_seconds',
      help: 'Time that one numbering transaction took.',
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1, 5],
      registers,
    }),
    delivered: counter('delivered_events_total', 'Events written to live sockets.'),
    replayed: counter('replayed_events_total', 'Events written to sockets that were catching up.'),
    passed: counter('passed_events_total', 'Ephemeral events written to sockets.'),
    resumes: counter('resumes_total', 'Sockets that returned with a cursor that could be resumed.'),
    replayPasses: counter('replay_passes_total', 'Passes over the log for sockets whose cursor was older than memory.'),
    resyncs: new Counter({
      name: 'livedesk_live_resyncs_total',
      help: 'Sockets told to load anew, by reason.',
      labelNames: ['reason'],
      registers,
    }),
    lagged: counter('lagged_sockets_total', 'Times a socket had no room and fell behind.'),
    closed: new Counter({
      name: 'livedesk_live_closed_sockets_total',
      help: 'Sockets closed, by close code.',
      labelNames: ['code'],
      registers,
    }),
    refused: new Counter({
      name: 'livedesk_live_refused_upgrades_total',
      help: 'Upgrades refused, by status.',
      labelNames: ['status'],
      registers,
    }),
    catchUps: counter('catch_ups_total', 'Times the log was read because a nudge was missing or came out of turn.'),
    deaf: counter('pubsub_deaf_total', 'Times the pubsub was found deaf and subscribed anew.'),
  }
}

export type LiveMetrics = ReturnType<typeof liveMetrics>
