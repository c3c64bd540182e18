import type { Tag, TicketPriority, TicketStatus } from '@livedesk/events'
import fc from 'fast-check'

/** Letters whose case folding goes wrong most often: dotted and dotless i, final sigma, sharp s, ligatures, Cyrillic, emoji. */
const letter = fc.constantFrom(...Array.from('aAbBiIıİσςΣßẞﬀǅДджЖЁёЙйÅéÉ𐐀🔥%_\\\'"-.#7 '))

export const words = (max: number) =>
  fc.string({ unit: letter, minLength: 1, maxLength: max }).filter((text) => text.trim() !== '')

export const status = fc.constantFrom<TicketStatus>('new', 'in_progress', 'waiting', 'resolved', 'closed')
export const priority = fc.constantFrom<TicketPriority>('low', 'normal', 'high', 'urgent')
export const tag = fc.constantFrom<Tag>('printer', 'vpn', 'возврат', 'two words')
