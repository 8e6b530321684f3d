import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TicketItem } from '../list'
import { bulkOf, carryOut, refusedAgain, undoOf } from './bulk'

interface Asked {
  path: string
  method: string
  match: string | null
  key: string | null
  body: unknown
}

const asked: Asked[] = []
const refusals = new Map<string, { status: number; code: string }>()
const tickets = Array.from({ length: 30 }, (_, index) => ({ id: `id${index}`, number: `MUST-${String(index).padStart(6, '0')}`, version: 3, status: 'open', priority: 'low', assignee: index === 0 ? 'anton' : null }) as TicketItem)

/** What the server would say; a test may put its own answer before it. */
let first: ((url: string) => Response | null) | null = null

async function serve(url: string, { method = 'GET', headers, body }: RequestInit): Promise<Response> {
  const path = new URL(url).pathname
  const number = /MUST-\d+/.exec(path)?.[0] ?? ''
  if (method === 'GET') return Response.json({ ...tickets[0], number, version: 9, status: 'in_progress', assignee: 'berta' })
  const given = new Headers(headers)
  const text = body == null ? '' : new TextDecoder().decode(body as ArrayBuffer)
  asked.push({ path, method, match: given.get('If-Match'), key: given.get('Idempotency-Key'), body: text === '' ? null : JSON.parse(text) })
  const answer = first?.(url)
  if (answer) return answer
  const refusal = refusals.get(number)
  if (refusal) return Response.json({ ...refusal, title: '', detail: refusal.code }, { status: refusal.status })
  return Response.json({ number, version: Number(given.get('If-Match')?.replaceAll('"', '')) + 1 })
}

beforeEach(() => vi.stubGlobal('fetch', serve))
afterEach(() => {
  asked.length = 0
  refusals.clear()
  first = null
  vi.unstubAllGlobals()
})

describe('A bulk act', () => {
  it('says of each ticket what became of it, and tries the refused ones again', async () => {
    refusals.set('MUST-000003', { status: 403, code: 'forbidden' })
    refusals.set('MUST-000007', { status: 409, code: 'closed' })
    refusals.set('MUST-000011', { status: 412, code: 'stale-version' })
    const steps: number[] = []
    const results = await carryOut(bulkOf(tickets, { status: 'resolved' }), (finished) => steps.push(finished))
    expect(steps).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    expect(results.filter((each) => each.state === 'done')).toHaveLength(27)
    expect(results.filter((each) => each.state === 'refused').map((each) => (each.error as Error).message)).toEqual([
      expect.stringContaining('forbidden'),
      expect.stringContaining('closed'),
      expect.stringContaining('stale-version'),
    ])
    expect(asked.every((each) => each.match === '"3"' && each.key !== null)).toBe(true)
    expect(new Set(asked.map((each) => each.key)).size).toBe(30)

    asked.length = 0
    refusals.clear()
    const again = await carryOut(await refusedAgain(results), () => undefined)
    expect(asked).toHaveLength(3)
    expect(asked.find((each) => each.path.includes('000011'))?.match).toBe('"9"')
    expect(again.every((each) => each.state === 'done')).toBe(true)
  })

  it('where the server was not reached it asks again with the same id', async () => {
    first = () => {
      throw new TypeError('fetch failed')
    }
    const [lost] = await carryOut(bulkOf(tickets.slice(0, 1), { priority: 'high' }), () => undefined)
    expect(lost?.state).toBe('refused')
    const [again] = await refusedAgain(lost ? [lost] : [])
    expect(again?.operation).toBe(lost?.operation)
  })

  it('leads back to what each ticket was, on the version that it made', async () => {
    const results = await carryOut(bulkOf(tickets.slice(0, 2), { assignee: 'me' }), () => undefined)
    asked.length = 0
    await carryOut(undoOf(results), () => undefined)
    expect(asked.map((each) => each.body)).toEqual([{ assignee: 'anton' }, { assignee: null }])
    expect(asked.every((each) => each.match === '"4"')).toBe(true)
  })

  it('takes back a tag only where it was new', async () => {
    first = (url) => Response.json({ version: url.includes('000000') ? 3 : 4 })
    const results = await carryOut(bulkOf(tickets.slice(0, 2), { tag: 'Winter' }), () => undefined)
    const back = undoOf(results)
    expect(back.map((each) => [each.ticket.number, each.change])).toEqual([['MUST-000001', { untag: 'Winter' }]])
  })

  it('at the desk each is asked for in the name of its municipality', async () => {
    await carryOut(bulkOf([{ ...tickets[0], tenant: 'musterstadt' } as TicketItem, { ...tickets[1], tenant: 'beispielburg' } as TicketItem], { assignee: 'me' }), () => undefined)
    expect(asked.map((each) => each.path)).toEqual(['/api/v1/tenants/musterstadt/tickets/MUST-000000', '/api/v1/tenants/beispielburg/tickets/MUST-000001'])
  })
})
