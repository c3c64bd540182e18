import type { UserId } from '@livedesk/events'
import { Days, type TicketFilter, viewFor } from '@livedesk/queue'
import type { z } from 'zod'
import { parse } from '../http/parse.ts'
import { Problem } from '../problem.ts'
import { filtersOf, ListQuery } from './page.ts'

// Days move on with the calendar; pages, and whose calendar it is, are whoever's asks.
const Asked = ListQuery.omit({ limit: true, cursor: true, zone: true, snoozed: true }).extend({
  created: Days.optional(),
  updated: Days.optional(),
})

/** Reads the query of a saved view, and writes it in the one way that it is kept in; refuses what no list could be asked. */
export const keptQuery = (query: string, owner: UserId): string => {
  const asked = read(query)
  requireAgreement(asked, owner)
  const fields = Object.entries({ ...asked, view: asked.view ?? 'all' }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return new URLSearchParams(fields).toString()
}

/** Which tickets a saved view shows someone, where their days begin. */
export const savedFilters = (query: string, viewer: UserId, zone: string): readonly TicketFilter[] =>
  filtersOf(viewer, { ...read(query), zone })

const read = (query: string) => {
  const params = new URLSearchParams(query)
  return parse(Asked, Object.fromEntries([...params.keys()].map((name) => [name, only(params.getAll(name))])))
}

const only = (values: readonly string[]) => (values.length === 1 ? values[0] : values)

// What its view never shows would be an empty list under a name.
const requireAgreement = ({ view, status, assigned_to }: z.output<typeof Asked>, owner: UserId) => {
  if (!view) return
  const shown = viewFor(view, owner).filter
  const people = assigned_to?.map((person) => (person === 'me' ? owner : person))
  const agrees = meets<unknown>(shown.status, status) && meets<unknown>(shown.assigned_to, people)
  if (agrees) return
  throw new Problem('bad_request', `The view ${view} shows no such tickets.`, {
    errors: { query: 'Ask for something that its view shows.' },
  })
}

const meets = <T>(shown: readonly T[] | undefined, chosen: readonly T[] | undefined) =>
  !shown || !chosen || chosen.some((value) => shown.includes(value))
