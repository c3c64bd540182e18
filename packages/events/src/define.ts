import { z } from 'zod'

/**
 * Who hears an event. It is part of the event's type, so saying an event to the wrong audience does not compile.
 * - `user`: every socket of one person.
 * - `chat`: every member of one chat.
 * - `ticket`: everyone who has the ticket open.
 * - `agents`: everyone who works at this desk, and so may see tickets.
 */
export type Audience = 'user' | 'chat' | 'ticket' | 'agents'

/**
 * `durable`: written to the log in the transaction of the change, delivered in one order, resumed after a gap, never lost.
 * `ephemeral`: said at most once, never stored (typing, presence).
 */
export type Durability = 'durable' | 'ephemeral'

/** One event of the contract: its wire name, who hears it, whether it is kept, and the schema of what travels. */
export type EventSpec<Type extends string, A extends Audience, D extends Durability, Shape extends z.ZodRawShape> = {
  readonly type: Type
  readonly audience: A
  readonly durability: D
  readonly schema: z.ZodObject<{ type: z.ZodLiteral<Type> } & Shape>
}

/** Declares an event that is written to the log and never lost. */
export const durable = <Type extends string, A extends Audience, Shape extends z.ZodRawShape>(
  type: Type,
  audience: A,
  shape: Shape,
): EventSpec<Type, A, 'durable', Shape> => ({ type, audience, durability: 'durable', schema: withType(type, shape) })

/** Declares an event that is said at most once and never stored. */
export const ephemeral = <Type extends string, A extends Audience, Shape extends z.ZodRawShape>(
  type: Type,
  audience: A,
  shape: Shape,
): EventSpec<Type, A, 'ephemeral', Shape> => ({
  type,
  audience,
  durability: 'ephemeral',
  schema: withType(type, shape),
})

/** Declares a frame that a client sends. */
export const command = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape })

const withType = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...shape })
