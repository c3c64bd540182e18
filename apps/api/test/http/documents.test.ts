import { events } from '@livedesk/events'
import { expect, test } from 'vitest'
import { describeRoutes } from '../../src/docs/openapi.ts'
import { openDesk, recorder } from '../desk.ts'
import { ask } from '../person.ts'
import { declaredRoutes } from './declared.ts'

test('every route is described, once, and nothing else is', () => {
  const routes = declaredRoutes()
  const described = Object.entries(describeRoutes(routes).paths ?? {}).flatMap(([path, here]) =>
    Object.keys(here).map((method) => `${method} ${path}`),
  )

  const mounted = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/gu, '{$1}')}`)
  expect(new Set(described)).toEqual(new Set(mounted))
  expect(new Set(mounted).size).toBe(mounted.length)
})

test('the API describes itself as OpenAPI 3.1, and its socket as AsyncAPI 3, to anyone', async () => {
  await using desk = await openDesk({ events: recorder() })

  expect(await ask(`${desk.at(0)}/api/openapi.json`, 'GET', undefined)).toMatchObject({
    status: 200,
    body: {
      openapi: '3.1.0',
      paths: {
        '/tickets/{ticketId}/assign': {
          post: {
            requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/AssignTicket' } } } },
          },
        },
      },
    },
  })
  expect(await ask(`${desk.at(0)}/api/asyncapi.json`, 'GET', undefined)).toMatchObject({
    status: 200,
    body: { asyncapi: expect.stringMatching(/^3\./u), components: { messages: { ticket_assigned: {} } } },
  })
})

test('a person reads both on one page, which loads nothing from elsewhere and runs nothing', async () => {
  await using desk = await openDesk({ events: recorder() })

  const { status, headers, body } = await ask(`${desk.at(0)}/api/docs`, 'GET', undefined)

  expect([status, headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8'])
  for (const { path } of declaredRoutes()) expect(body).toContain(`<code>${path.replaceAll(/:(\w+)/gu, '{$1}')}</code>`)
  for (const type of Object.keys(events)) expect(body).toContain(`id="event-${type}"`)
  expect(body).toContain('id="not_found"')
  expect(body).not.toMatch(/<script|<style|style=|(?:src|href)="(?:https?:)?\/\//u)
  expect(await ask(`${desk.at(0)}/api/docs.css`, 'GET', undefined)).toMatchObject({
    status: 200,
    body: expect.stringContaining('light dark'),
  })
})
