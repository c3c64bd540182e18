import { type Chat, ChatId, ChatMessage, type UserId } from '@livedesk/events'
import {
  type AddChatMember,
  type ChatList,
  type ChatMessagePage,
  type CreateChat,
  type MarkChatRead,
  PostChatMessage,
} from '@livedesk/resources'
import { z } from 'zod'
import { api } from '../server/api.ts'
import { foretell } from '../server/foretell.ts'
import { answerAs, lasting, type Waits, withdrawRequest } from '../server/lasting.ts'
import { live, livePages, type ReadPage, readPage } from '../server/live.ts'
import { foreseeChatMessage, foreseeRead } from './chat-forecasts.ts'
import { bringsSomeoneIn, byNewest, chatMessagesAppliers, chatsAppliers } from './chats-live.ts'

/** Something to say in a chat: once, however often it is tried. */
export const ChatWords = PostChatMessage.extend({ chat_id: ChatId, key: z.string() })

/** The desk's own talk: chats, who is in them, what was said. */
export const chatsApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** The chats that this person is in, last spoken in first. */
    chats: build.query<ChatList, UserId>({
      query: () => 'chats',
      providesTags: ['live'],
      onCacheEntryAdded: live(chatsAppliers),
    }),

    chatMessages: build.infiniteQuery<ReadPage<ChatMessagePage>, ChatId, string | null>({
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ previous_cursor }) => previous_cursor },
      query: ({ queryArg: id, pageParam }) => ({
        url: `chats/${id}/messages`,
        params: new URLSearchParams(pageParam === null ? {} : { cursor: pageParam }),
      }),
      transformResponse: readPage<ChatMessagePage>,
      providesTags: (_pages, _error, id) => ['live', { type: 'chats', id }],
      onCacheEntryAdded: livePages({
        appliers: chatMessagesAppliers,
        order: () => byNewest,
        edge: ({ items, previous_cursor }) => (previous_cursor === null ? undefined : items[0]),
        revivedBy: bringsSomeoneIn,
      }),
    }),

    postChatMessage: build.mutation<ChatMessage | Waits, z.output<typeof ChatWords>>({
      queryFn: lasting({
        name: 'postChatMessage',
        schema: ChatWords,
        send: ({ chat_id, key, ...body }, ask) =>
          answerAs(ChatMessage, ask({ url: `chats/${chat_id}/messages`, method: 'POST', body, key })),
        withdraw: ({ key }, ask) => withdrawRequest(key, ask),
      }),
      onQueryStarted: ({ chat_id, body }, begun) =>
        foretell(begun, (viewer) => foreseeChatMessage(chat_id, body, viewer)),
    }),

    markChatRead: build.mutation<null, MarkChatRead & { readonly chat_id: ChatId }>({
      query: ({ chat_id, ...body }) => ({ url: `chats/${chat_id}/read`, method: 'POST', body }),
      onQueryStarted: ({ chat_id, message_id }, begun) => foretell(begun, () => foreseeRead(chat_id, message_id)),
    }),

    createChat: build.mutation<Chat, CreateChat>({ query: (body) => ({ url: 'chats', method: 'POST', body }) }),

    addChatMember: build.mutation<Chat, AddChatMember & { readonly chat_id: ChatId }>({
      query: ({ chat_id, ...body }) => ({ url: `chats/${chat_id}/members`, method: 'POST', body }),
      invalidatesTags: (_chat, error, { chat_id }) => (error ? [] : [{ type: 'chats', id: chat_id }]),
    }),

    removeChatMember: build.mutation<null, AddChatMember & { readonly chat_id: ChatId }>({
      query: ({ chat_id, user_id }) => ({ url: `chats/${chat_id}/members/${user_id}`, method: 'DELETE' }),
    }),
  }),
})

export const {
  useChatsQuery,
  useChatMessagesInfiniteQuery,
  usePostChatMessageMutation,
  useMarkChatReadMutation,
  useCreateChatMutation,
  useAddChatMemberMutation,
  useRemoveChatMemberMutation,
} = chatsApi
