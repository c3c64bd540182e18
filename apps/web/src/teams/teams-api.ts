import type { Team } from '@livedesk/events'
import type { CreateTeam, PatchTeam, TeamList } from '@livedesk/resources'
import { api } from '../server/api.ts'
import { live } from '../server/live.ts'
import { byName, teamsAppliers } from './teams-live.ts'

/** The teams of this desk, and what admins do about them. */
export const teamsApi = api.injectEndpoints({
  endpoints: (build) => ({
    teams: build.query<TeamList, void>({
      query: () => 'teams',
      transformResponse: ({ items }: TeamList) => ({ items: items.toSorted(byName) }),
      providesTags: ['live'],
      onCacheEntryAdded: live(teamsAppliers),
    }),
    createTeam: build.mutation<Team, CreateTeam>({ query: (body) => ({ url: 'teams', method: 'POST', body }) }),
    patchTeam: build.mutation<Team, PatchTeam & { readonly id: Team['id'] }>({
      query: ({ id, ...body }) => ({ url: `teams/${id}`, method: 'PATCH', body }),
    }),
  }),
})

export const { useTeamsQuery, useCreateTeamMutation, usePatchTeamMutation } = teamsApi
