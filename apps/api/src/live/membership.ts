import type { ChatId, UserId } from '@livedesk/events'
import type { Framed } from './entry.ts'

/** Applies one kind of membership effect: joins count from their own event on, leaves after theirs. */
export const stepMembership = (chats: Set<ChatId>, { effect }: Framed, userId: UserId, kind: 'join' | 'leave') => {
  if (effect?.do !== kind || effect.user_id !== userId) return
  if (effect.do === 'join') chats.add(effect.chat_id)
  else chats.delete(effect.chat_id)
}

/** The chats someone was in before the given entries, going back from those they are in after them. */
export const membershipBefore = (chatsAfter: ReadonlySet<ChatId>, entries: readonly Framed[], userId: UserId) => {
  const chats = new Set(chatsAfter)
  for (const { effect } of entries.toReversed()) {
    if (effect?.do === 'join' && effect.user_id === userId) chats.delete(effect.chat_id)
    if (effect?.do === 'leave' && effect.user_id === userId) chats.add(effect.chat_id)
  }
  return chats
}

/** Whether someone's session ends in one of these entries. */
export const endsAmong = (
  entries: Iterable<Framed>,
  who: { readonly userId: UserId; readonly sessionId: number },
): boolean => {
  for (const { effect } of entries) {
    if (effect?.do === 'end_session' && effect.session_id === who.sessionId) return true
    if (effect?.do === 'end_user' && effect.user_id === who.userId) return true
  }
  return false
}
