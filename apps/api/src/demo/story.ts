import type { TicketPriority } from '@livedesk/events'

/**
 * One problem that customers of the demo desk write about. `turns` is how it goes on when it is worked to its end.
 * `{order}`, `{city}`, `{device}`, `{version}`, `{amount}` and `{day}` are filled in anew for each ticket.
 */
export type Story = {
  readonly titles: readonly [string, ...string[]]
  readonly tags: readonly string[]
  readonly priority: TicketPriority
  readonly opening: string
  readonly turns: readonly Turn[]
}

/** Who says what next: the desk to the customer, the desk to itself, or the customer. */
export type Turn = readonly ['reply' | 'note' | 'customer', string]
