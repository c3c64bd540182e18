import { Role, User } from '@livedesk/events'
import { z } from 'zod'

/** `GET /api/users`: everyone at the desk, inactive ones included, by name. */
export const UserList = z.object({ items: z.array(User) })
export type UserList = z.output<typeof UserList>

const Password = z.string().min(10).max(1000)

/** `POST /api/users` (admins). */
export const CreateUser = z.strictObject({
  name: z.string().trim().min(1).max(100),
  email: z.email().max(254),
  role: Role,
  password: Password,
})
export type CreateUser = z.output<typeof CreateUser>

/** `PATCH /api/users/:id` (admins). Leaving out a field leaves it as it is. Deactivating ends every session at once. */
export const PatchUser = z
  .strictObject({
    version: z.int().positive(),
    name: z.string().trim().min(1).max(100),
    role: Role,
    active: z.boolean(),
    password: Password,
  })
  .partial()
  .required({ version: true })
export type PatchUser = z.output<typeof PatchUser>
