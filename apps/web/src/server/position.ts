/**
 * How far some data has come in the desk's one order of events: it holds every event up to `cursor`, those of the later
 * ones that `ahead` names (a transaction is seen by readers a moment before its events are numbered), and no other.
 */
export type Position = { readonly epoch: string; readonly cursor: number; readonly ahead: readonly number[] }

/** A position, and when it was asked for, in this tab's own count of what it did. */
export type Reading = Position & { readonly asked: number }

/** Whether data at this position holds the event of this number already. */
export const includes = (position: Position, seq: number) => seq <= position.cursor || position.ahead.includes(seq)

/** The position that an answer says its data has; undefined if it says none. */
export const positionIn = (headers: Headers): Position | undefined => {
  const epoch = headers.get('Livedesk-Epoch')
  const cursor = readNumber(headers.get('Livedesk-Cursor') ?? '')
  if (epoch === null || cursor === undefined) return undefined
  const ahead = (headers.get('Livedesk-Ahead') ?? '').split(',').flatMap((text) => readNumber(text.trim()) ?? [])
  return { epoch, cursor, ahead }
}

/** The same data after it was given every event up to `cursor`. */
export const advance = <P extends Position>(position: P, cursor: number): P =>
  cursor <= position.cursor ? position : { ...position, cursor, ahead: position.ahead.filter((seq) => seq > cursor) }

const readNumber = (text: string) => (/^\d{1,15}$/u.test(text) ? Number(text) : undefined)
