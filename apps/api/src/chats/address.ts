import { ChatId, ChatMessageId, UserId } from '@livedesk/events'
import { z } from 'zod'
import { idFrom, limitUpTo } from '../http/parse.ts'

export const ChatAddress = z.object({ chatId: idFrom(ChatId) })
export const MemberAddress = z.object({ chatId: idFrom(ChatId), userId: idFrom(UserId) })
export const MessagesQuery = z.strictObject({ cursor: idFrom(ChatMessageId).optional(), limit: limitUpTo(200, 50) })
