import { Team, UserId } from '@livedesk/events'
import { z } from 'zod'

/** `GET /api/teams`: every team, by name. */
export const TeamList = z.object({ items: z.array(Team) })
export type TeamList = z.output<typeof TeamList>

const Name = z.string().trim().min(1).max(100)
const Members = z.array(UserId).max(500)

/** `POST /api/teams` (admins). */
export const CreateTeam = z.strictObject({ name: Name, member_ids: Members.default([]) })
export type CreateTeam = z.input<typeof CreateTeam>

/** `PATCH /api/teams/:id` (admins). Leaving out a field leaves it as it is; `member_ids` are all members from then on. */
export const PatchTeam = z
  .strictObject({ version: z.int().positive(), name: Name, member_ids: Members })
  .partial()
  .required({ version: true })
export type PatchTeam = z.output<typeof PatchTeam>
