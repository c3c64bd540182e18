import type { NotificationId } from '@livedesk/events'
import type { MarkNotificationsRead, NotificationPage } from '@livedesk/resources'
import { api } from '../server/api.ts'
import { type Foreseen, foretell } from '../server/foretell.ts'
import type { Forecast } from '../server/foretold.ts'
import { lastRow, livePages, type ReadPage, readPage } from '../server/live.ts'
import { byNewest, notificationsAppliers } from './notifications-live.ts'

/** What the signed-in person should not miss. */
export const notificationsApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** Newest first. How many of all are unread is said on the first page. */
    notifications: build.infiniteQuery<ReadPage<NotificationPage>, void, string | null>({
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ next_cursor }) => next_cursor },
      query: ({ pageParam }) => ({
        url: 'notifications',
        params: new URLSearchParams(pageParam === null ? {} : { cursor: pageParam }),
      }),
      transformResponse: readPage<NotificationPage>,
      providesTags: ['live'],
      onCacheEntryAdded: livePages({
        appliers: notificationsAppliers,
        order: () => byNewest,
        edge: lastRow,
      }),
    }),

    markNotificationsRead: build.mutation<null, MarkNotificationsRead>({
      query: (body) => ({ url: 'notifications/read', method: 'POST', body }),
      onQueryStarted: ({ up_to }, begun) => foretell(begun, () => foreseeRead(up_to)),
    }),

    markNotificationRead: build.mutation<null, NotificationId>({
      query: (id) => ({ url: `notifications/${id}/read`, method: 'POST', body: {} }),
      onQueryStarted: (id, begun) => foretell(begun, () => foreseeOneRead(id)),
    }),
  }),
})

export const { useNotificationsInfiniteQuery, useMarkNotificationReadMutation, useMarkNotificationsReadMutation } =
  notificationsApi

const foreseeRead = (up_to: NotificationId): Foreseen<null> => {
  const forecast: Forecast = {
    event: { type: 'notifications_read', up_to },
    cameTrue: (heard) => heard.type === 'notifications_read' && heard.up_to >= up_to,
  }
  return { forecast, confirmed: () => forecast }
}

const foreseeOneRead = (id: NotificationId): Foreseen<null> => {
  const forecast: Forecast = {
    event: { type: 'notification_read', notification_id: id },
    cameTrue: (heard) =>
      (heard.type === 'notification_read' && heard.notification_id === id) ||
      (heard.type === 'notifications_read' && heard.up_to >= id),
  }
  return { forecast, confirmed: () => forecast }
}
