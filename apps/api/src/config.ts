import { resolve } from 'node:path'
import { z } from 'zod'

/** How this worker runs. Nothing else in the API reads the environment. */
export type Config = z.output<typeof Environment>

/** Reads the environment, or throws one error whose message names every variable that is wrong and what to do. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const { success, data, error } = Environment.safeParse(set)
  if (success) return data
  const lines = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new ConfigError(`The environment is not right:\n${lines.join('\n')}`)
}

/** The environment is not right; the message says all that is wrong with it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/u, `a whole number from ${min} to ${max}, please`)
    .transform(Number)
    .pipe(z.int().min(min, `at least ${min}, please`).max(max, `at most ${max}, please`))

const flag = z
  .enum(['true', 'false', '1', '0'], 'true or false, please')
  .transform((said) => said === 'true' || said === '1')

const addressOf = (schemes: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol),
      `an address like ${example}, please`,
    )

const origin = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol),
    'an address like https://desk.example.com, please',
  )
  .transform((text) => new URL(text).origin)

const Environment = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
    PORT: whole(0, 65_535).default(3000),
    /** The address to listen on; every one if not set. */
    HOST: z.string().optional(),
    WORKERS: whole(1, 64).default(2),
    DATABASE_URL: addressOf(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/livedesk').optional(),
    REDIS_URL: addressOf(['redis:', 'rediss:'], 'redis://host:6379').optional(),
    PUBSUB: z.enum(['postgres', 'redis', 'memory'], 'postgres, redis or memory, please').default('postgres'),
    /** Where the embedded PostgreSQL of `pnpm start` keeps its data, and every desk the files of its messages. */
    DATA_DIR: z.string().default('.data'),
    /** Whether an empty desk is filled with demo people and tickets. Only with the embedded PostgreSQL is it so by itself. */
    DEMO: flag.optional(),
    /** Where people find the desk. Its origin is then the only one whose pages may act here, with ALLOWED_ORIGINS. */
    PUBLIC_URL: origin.optional(),
    /** More origins, separated by commas, whose pages may act here. */
    ALLOWED_ORIGINS: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .pipe(z.array(origin))
      .default([]),
    /** How many proxies in front are trusted to say who asks (X-Forwarded-For, -Host, -Proto). */
    TRUST_PROXY: whole(0, 10).default(0),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    /** How long the live log is kept for clients that return. */
    LOG_RETENTION_DAYS: whole(1, 365).default(7),
  })
  .superRefine(({ PUBSUB, REDIS_URL, WORKERS }, context) => {
    if (PUBSUB === 'redis' && REDIS_URL === undefined) {
      context.addIssue({ code: 'custom', path: ['REDIS_URL'], message: 'set it too, because PUBSUB is redis' })
    }
    if (PUBSUB === 'memory' && WORKERS > 1) {
      context.addIssue({
        code: 'custom',
        path: ['WORKERS'],
        message: 'set it to 1, because PUBSUB is memory: it reaches one process',
      })
    }
  })
  .transform((set) => ({
    environment: set.NODE_ENV,
    port: set.PORT,
    host: set.HOST,
    workers: set.WORKERS,
    databaseUrl: set.DATABASE_URL,
    redisUrl: set.REDIS_URL,
    pubsub: set.PUBSUB,
    dataDir: set.DATA_DIR,
    filesFolder: resolve(set.DATA_DIR, 'files'),
    demo: set.DEMO ?? set.DATABASE_URL === undefined,
    publicOrigin: set.PUBLIC_URL,
    allowedOrigins: set.ALLOWED_ORIGINS,
    trustedProxies: set.TRUST_PROXY,
    logLevel: set.LOG_LEVEL,
    logRetentionDays: set.LOG_RETENTION_DAYS,
  }))
