import { z } from 'zod'

const id = () => z.int().positive()

/** Ids are positive safe integers; the brand keeps ids of two kinds from mixing. */
export const UserId = id().brand<'UserId'>()
export type UserId = z.output<typeof UserId>

export const TicketId = id().brand<'TicketId'>()
export type TicketId = z.output<typeof TicketId>

export const TicketMessageId = id().brand<'TicketMessageId'>()
export type TicketMessageId = z.output<typeof TicketMessageId>

export const RequesterId = id().brand<'RequesterId'>()
export type RequesterId = z.output<typeof RequesterId>

export const ChatId = id().brand<'ChatId'>()
export type ChatId = z.output<typeof ChatId>

export const ChatMessageId = id().brand<'ChatMessageId'>()
export type ChatMessageId = z.output<typeof ChatMessageId>

export const TeamId = id().brand<'TeamId'>()
export type TeamId = z.output<typeof TeamId>

export const CannedReplyId = id().brand<'CannedReplyId'>()
export type CannedReplyId = z.output<typeof CannedReplyId>

export const AttachmentId = id().brand<'AttachmentId'>()
export type AttachmentId = z.output<typeof AttachmentId>

export const SavedViewId = id().brand<'SavedViewId'>()
export type SavedViewId = z.output<typeof SavedViewId>

export const NotificationId = id().brand<'NotificationId'>()
export type NotificationId = z.output<typeof NotificationId>

/** A moment: ISO 8601, UTC, milliseconds. */
export const Moment = z.iso.datetime({ precision: 3 })
export type Moment = z.output<typeof Moment>
