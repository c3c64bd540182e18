import { z } from 'zod'
import { durable } from './define.ts'
import { UserId } from './ids.ts'

/** What a person may do: an admin also looks after people and settings. */
export const Role = z.enum(['admin', 'agent'])
export type Role = z.output<typeof Role>

/** Someone who works at this desk. An inactive person keeps their name on what they wrote, and may not sign in. */
export const User = z.object({
  id: UserId,
  name: z.string().min(1).max(100),
  email: z.email().max(254),
  role: Role,
  active: z.boolean(),
  version: z.int().positive(),
})
export type User = z.output<typeof User>

/** Someone joined the desk. */
export const UserCreated = durable('user_created', 'agents', { user: User })

/** Someone's name, role or right to sign in changed. */
export const UserChanged = durable('user_changed', 'agents', { user: User })

/** The events of this file, by wire name. */
export const peopleEvents = { user_created: UserCreated, user_changed: UserChanged }
