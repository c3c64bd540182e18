import { z } from 'zod'
import { durable } from './define.ts'
import { TeamId, UserId } from './ids.ts'

/** People who share a part of the work. Someone may be in several teams, or in none; a ticket belongs to one at most. */
export const Team = z.object({
  id: TeamId,
  name: z.string().min(1).max(100),
  member_ids: z.array(UserId),
  version: z.int().positive(),
})
export type Team = z.output<typeof Team>

/** A team was made. */
export const TeamCreated = durable('team_created', 'agents', { team: Team })

/** A team has another name, or other members. */
export const TeamChanged = durable('team_changed', 'agents', { team: Team })

/** The events of this file, by wire name. */
export const teamEvents = { team_created: TeamCreated, team_changed: TeamChanged }
