// Written from the migrated database by `vitest run test/db -u`, and held to it by the same test.
import type {
  AttachmentId,
  CannedReplyId,
  ChatId,
  ChatKind,
  ChatMessageId,
  Moment,
  NotificationId,
  RequesterId,
  RichText,
  Role,
  SavedViewId,
  TeamId,
  TicketChanges,
  TicketId,
  TicketLinks,
  TicketMessageId,
  TicketMessageKind,
  TicketPriority,
  TicketStatus,
  UserId,
} from '@livedesk/events'
import type { ColumnType } from 'kysely'

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[] ? U[] : ArrayTypeImpl<T>

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S[], I[], U[]> : T[]

export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export type NotificationKind = 'ticket_assigned' | 'ticket_message_posted'

export interface ApiTokens {
  created_at: Generated<Moment>
  id: Generated<number>
  last_used_at: Moment | null
  name: string
  token_hash: Buffer
  user_id: UserId
}

export interface Attachments {
  created_at: Generated<Moment>
  height: number | null
  id: Generated<AttachmentId>
  key: string
  message_id: TicketMessageId | null
  name: string
  place: number | null
  size: number
  type: string
  uploader_id: UserId
  width: number | null
}

export interface CannedReplies {
  body: string
  changes: TicketChanges
  id: Generated<CannedReplyId>
  name: string
  owner_id: UserId | null
  updated_at: Generated<Moment>
  version: Generated<number>
}

export interface ChatMembers {
  chat_id: ChatId
  joined_at: Generated<Moment>
  read_up_to: ChatMessageId | null
  user_id: UserId
}

export interface ChatMessages {
  author_id: UserId
  body: string
  chat_id: ChatId
  created_at: Generated<Moment>
  id: Generated<ChatMessageId>
}

export interface Chats {
  created_at: Generated<Moment>
  direct_high: UserId | null
  direct_low: UserId | null
  id: Generated<ChatId>
  kind: ChatKind
  ticket_id: TicketId | null
  title: string | null
}

export interface IdempotencyKeys {
  answer: unknown
  created_at: Generated<Moment>
  key: string
  request_hash: Buffer | null
  user_id: UserId
}

export interface LiveGap {
  after_seq: number
  first_seq: number
}

export interface LiveHead {
  cluster: string
  epoch: string
  pruned_seq: number
  seq: number
  single: Generated<boolean>
  started_at: Moment
}

export interface LiveInbox {
  audience: string
  audience_id: number | null
  effect: unknown
  event: string | null
  id: Generated<number>
}

export interface LiveLog {
  at: Moment
  audience: string
  audience_id: number | null
  effect: unknown
  event: string | null
  inbox_id: number
  seq: number
}

export interface LiveMember {
  chat_id: ChatId
  user_id: UserId
}

export interface Notifications {
  actor_id: UserId | null
  created_at: Generated<Moment>
  id: Generated<NotificationId>
  kind: NotificationKind
  mentioned: Generated<boolean>
  message_id: TicketMessageId | null
  read: Generated<boolean>
  ticket_id: TicketId
  title: string
  user_id: UserId
  what: string | null
}

export interface Requesters {
  created_at: Generated<Moment>
  email: string
  id: Generated<RequesterId>
  name: string
}

export interface SavedViews {
  created_at: Generated<Moment>
  id: Generated<SavedViewId>
  name: string
  owner_id: UserId
  position: number
  query: string
  shared: boolean
  version: Generated<number>
}

export interface Sessions {
  created_at: Generated<Moment>
  expires_at: Moment
  id: Generated<number>
  token_hash: Buffer
  user_id: UserId
}

export interface SignInAttempts {
  expire: number | null
  key: string
  points: Generated<number>
}

export interface TagCounts {
  count: number
  priority: TicketPriority
  status: TicketStatus
  tag: string
}

export interface TeamMembers {
  team_id: TeamId
  user_id: UserId
}

export interface Teams {
  created_at: Generated<Moment>
  id: Generated<TeamId>
  name: string
  version: Generated<number>
}

export interface TicketActivity {
  actor_id: UserId | null
  after: unknown
  before: unknown
  created_at: Generated<Moment>
  id: Generated<number>
  ticket_id: TicketId
  what: string
}

export interface TicketActs {
  after: unknown
  before: unknown
  created_at: Generated<Moment>
  message_id: TicketMessageId
}

export interface TicketCounts {
  assigned_to: UserId | null
  count: number
  priority: TicketPriority
  status: TicketStatus
}

export interface TicketDocuments {
  head: string
  is_full: Generated<boolean>
  part: number
  said: Generated<string>
  ticket_id: TicketId
  words: string
}

export interface TicketDrafts {
  body: string
  content: RichText | null
  kind: TicketMessageKind
  ticket_id: TicketId
  updated_at: Generated<Moment>
  user_id: UserId
  version: Generated<number>
}

export interface TicketMessages {
  author_id: UserId | null
  body: string
  content: RichText | null
  created_at: Generated<Moment>
  id: Generated<TicketMessageId>
  kind: TicketMessageKind
  requester_id: RequesterId | null
  ticket_id: TicketId
}

export interface Tickets {
  assigned_to: UserId | null
  before_merge: unknown
  created_at: Generated<Moment>
  id: Generated<TicketId>
  links: Generated<TicketLinks>
  merged_into: TicketId | null
  message_count: Generated<number>
  priority: Generated<TicketPriority>
  requester_id: RequesterId
  search_text: Generated<string>
  snoozed_until: Moment | null
  status: Generated<TicketStatus>
  tags: Generated<string[]>
  team_id: TeamId | null
  title: string
  took_in: Generated<ArrayType<TicketId>>
  updated_at: Generated<Moment>
  version: Generated<number>
  watcher_ids: Generated<ArrayType<UserId>>
}

export interface Users {
  active: Generated<boolean>
  created_at: Generated<Moment>
  email: string
  id: Generated<UserId>
  name: string
  password_hash: string
  role: Generated<Role>
  version: Generated<number>
}

export interface Database {
  api_tokens: ApiTokens
  attachments: Attachments
  canned_replies: CannedReplies
  chat_members: ChatMembers
  chat_messages: ChatMessages
  chats: Chats
  idempotency_keys: IdempotencyKeys
  live_gap: LiveGap
  live_head: LiveHead
  live_inbox: LiveInbox
  live_log: LiveLog
  live_member: LiveMember
  notifications: Notifications
  requesters: Requesters
  saved_views: SavedViews
  sessions: Sessions
  sign_in_attempts: SignInAttempts
  tag_counts: TagCounts
  team_members: TeamMembers
  teams: Teams
  ticket_activity: TicketActivity
  ticket_acts: TicketActs
  ticket_counts: TicketCounts
  ticket_documents: TicketDocuments
  ticket_drafts: TicketDrafts
  ticket_messages: TicketMessages
  tickets: Tickets
  users: Users
}
