import { afterEach, expect, it, vi } from 'vitest'
import { answerOf, api, apiFor } from './client'

afterEach(() => vi.unstubAllGlobals())

it('Calls of two municipalities under way at once each go to their own, whichever page is shown', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(new URL(address).pathname)
    return new Response('{}', { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
  const read = (client: typeof api) => answerOf(client.GET('/api/v1/tickets/{id}', { params: { path: { id: 'X-000001' } } }))
  await Promise.all([read(apiFor('musterstadt')), read(apiFor('beispielburg')), read(api), answerOf(apiFor('musterstadt').GET('/api/v1/me'))])
  expect(asked.toSorted()).toEqual([
    '/api/v1/me',
    '/api/v1/tenants/beispielburg/tickets/X-000001',
    '/api/v1/tenants/musterstadt/tickets/X-000001',
    '/api/v1/tickets/X-000001',
  ])
})
