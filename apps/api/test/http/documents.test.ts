import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'
import { ask } from '../person.ts'

test('the API describes itself as OpenAPI 3.1, and its socket as AsyncAPI 3', async () => {
  await using desk = await openDesk({ events: recorder() })
  const openapi = await ask(`${desk.at(0)}/api/openapi.json`, 'GET', undefined)
  expect(openapi).toMatchObject({
    status: 200,
    body: { openapi: '3.1.0', paths: { '/tickets/{ticketId}/assign': { post: {} } } },
  })
  const asyncapi = await ask(`${desk.at(0)}/api/asyncapi.json`, 'GET', undefined)
  expect(asyncapi).toMatchObject({ status: 200, body: { components: { messages: { ticket_assigned: {} } } } })
})
