import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

const wrongIn = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError)
      return error.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim())
    throw error
  }
  return []
}

test('an empty environment is a demo desk on port 3000, with two workers over a PostgreSQL of its own', () => {
  expect(readConfig({ HOME: '/root', DATABASE_URL: '', PORT: ' ' })).toMatchObject({
    environment: 'production',
    port: 3000,
    workers: 2,
    pubsub: 'postgres',
    demo: true,
    databaseUrl: undefined,
    publicOrigin: undefined,
    allowedOrigins: [],
    trustedProxies: 0,
    logRetentionDays: 7,
  })
})

test('a desk with a database of one’s own is no demo unless it is said', () => {
  const DATABASE_URL = 'postgres://user:password@host:5432/livedesk'

  expect(readConfig({ DATABASE_URL })).toMatchObject({ demo: false })
  expect(readConfig({ DATABASE_URL, DEMO: '1' })).toMatchObject({ demo: true })
})

test('everything that is wrong is said at once, by name', () => {
  const wrong = wrongIn({
    PORT: '99999',
    WORKERS: 'many',
    DATABASE_URL: 'mysql://x',
    PUBSUB: 'kafka',
    DEMO: 'maybe',
    PUBLIC_URL: 'desk',
    LOG_LEVEL: 'loud',
  })

  expect(new Set(wrong.map((line) => line.split(':')[0]))).toEqual(
    new Set(['DATABASE_URL', 'DEMO', 'LOG_LEVEL', 'PORT', 'PUBLIC_URL', 'PUBSUB', 'WORKERS']),
  )
  expect(wrong).toContain('PORT: at most 65535, please')
})

test('what must go together is said to be missing', () => {
  expect(wrongIn({ PUBSUB: 'redis' })).toEqual(['REDIS_URL: set it too, because PUBSUB is redis'])
  expect(wrongIn({ PUBSUB: 'memory' })).toEqual([
    'WORKERS: set it to 1, because PUBSUB is memory: it reaches one process',
  ])
  expect(wrongIn({ PUBSUB: 'memory', WORKERS: '1' })).toEqual([])
  expect(wrongIn({ PUBSUB: 'redis', REDIS_URL: 'redis://localhost:6379' })).toEqual([])
})

test('addresses are read as origins', () => {
  expect(
    readConfig({
      PUBLIC_URL: 'https://desk.example.com/start/',
      ALLOWED_ORIGINS: 'http://a.example, https://b.example:8443',
    }),
  ).toMatchObject({
    publicOrigin: 'https://desk.example.com',
    allowedOrigins: ['http://a.example', 'https://b.example:8443'],
  })
})
