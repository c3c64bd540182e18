import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** How long a session lasts from sign-in. */
export const SESSION_DAYS = 30

/** A secret to hand out once, and what is kept of it. */
export const newSecret = (prefix = '') => {
  const secret = prefix + randomBytes(32).toString('base64url')
  return { secret, tokenHash: hashSecret(secret) }
}

/** What is kept of a secret. It is random and long, so a fast hash is enough. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest()

/** What is kept of a password: argon2id, with the least cost that OWASP advises. */
export const hashPassword = (password: string) => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })

/** Whether a password is the one that was hashed. Without a hash it takes as long, so that answers do not tell who is at the desk. */
export const checkPassword = async (kept: string | undefined, password: string) => {
  nobodys ??= hashPassword(newSecret().secret)
  const right = await verify(kept ?? (await nobodys), password)
  return kept !== undefined && right
}

let nobodys: Promise<string> | undefined
