import type { User } from '@livedesk/events'
import type { CreateUser, PatchUser, UserList } from '@livedesk/resources'
import { api } from '../server/api.ts'
import { live } from '../server/live.ts'
import { byName, usersAppliers } from './people-live.ts'

/** The people at this desk, and what admins do about them. */
export const peopleApi = api.injectEndpoints({
  endpoints: (build) => ({
    users: build.query<UserList, void>({
      query: () => 'users',
      transformResponse: ({ items }: UserList) => ({ items: items.toSorted(byName) }),
      providesTags: ['live'],
      onCacheEntryAdded: live(usersAppliers),
    }),
    createUser: build.mutation<User, CreateUser>({ query: (body) => ({ url: 'users', method: 'POST', body }) }),
    patchUser: build.mutation<User, PatchUser & { readonly id: User['id'] }>({
      query: ({ id, ...body }) => ({ url: `users/${id}`, method: 'PATCH', body }),
    }),
  }),
})

export const { useUsersQuery, useCreateUserMutation, usePatchUserMutation } = peopleApi
