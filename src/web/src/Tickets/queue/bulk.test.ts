import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TicketItem } from '../list'
import { bulkOf, carryOut, refusedAgain, undoOf } from './bulk'

interface Asked {
  key: string | null
  body: { items: { ticket: string; version: number; tenant?: string }[] } & Record<string, unknown>
}

const asked: Asked[] = []
const refusals = new Map<string, { status: number; code: string }>()
const tickets = Array.from({ length: 30 }, (_, index) => ({ id: `id${index}`, number: `MUST-${String(index).padStart(6, '0')}`, version: 3, status: 'open', priority: 'low', assignee: index === 0 ? 'anton' : null }) as TicketItem)

/** Which version a ticket has afterwards; a test may say otherwise, or that nothing is heard. */
let first: ((ticket: string) => number) | null = null

async function serve(url: string, { method = 'GET', headers, body }: RequestInit): Promise<Response> {
  const number = /MUST-\d+/.exec(new URL(url).pathname)?.[0] ?? ''
  if (method === 'GET') return Response.json({ ...tickets[0], number, version: 9, status: 'in_progress', assignee: 'berta' })
  const sent = JSON.parse(new TextDecoder().decode(body as ArrayBuffer)) as Asked['body']
  asked.push({ key: new Headers(headers).get('Idempotency-Key'), body: sent })
  const items = sent.items.map(({ ticket, version }) => {
    const refusal = refusals.get(ticket)
    if (refusal) return { ticket, status: refusal.status, version: null, problem: { code: refusal.code, title: '', detail: refusal.code, errors: [] } }
    return { ticket, status: 200, version: first?.(ticket) ?? version + 1, problem: null }
  })
  return Response.json({ items, done: 0, refused: 0 })
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
    refusals.set('id3', { status: 403, code: 'forbidden' })
    refusals.set('id7', { status: 409, code: 'closed' })
    refusals.set('id11', { status: 412, code: 'stale-version' })
    const steps: number[] = []
    const results = await carryOut(bulkOf(tickets, { status: 'resolved' }), (finished) => steps.push(finished))
    expect(steps).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    expect(results.filter((each) => each.state === 'done')).toHaveLength(27)
    expect(results.filter((each) => each.state === 'refused').map((each) => (each.error as Error).message)).toEqual([
      expect.stringContaining('forbidden'),
      expect.stringContaining('closed'),
      expect.stringContaining('stale-version'),
    ])
    expect(asked).toHaveLength(1)
    expect(asked[0]?.key).not.toBeNull()
    expect(asked[0]?.body.items.every((each) => each.version === 3)).toBe(true)
    expect(asked[0]?.body).toMatchObject({ change: { status: 'resolved' } })

    asked.length = 0
    refusals.clear()
    const again = await carryOut(await refusedAgain(results), () => undefined)
    expect(asked.flatMap((each) => each.body.items)).toEqual([
      { ticket: 'id3', version: 3 },
      { ticket: 'id7', version: 3 },
      { ticket: 'id11', version: 9 },
    ])
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
    expect(asked.map((each) => each.body)).toEqual([
      { items: [{ ticket: 'id0', version: 4 }], change: { assignee: 'anton' } },
      { items: [{ ticket: 'id1', version: 4 }], change: { assignee: null } },
    ])
  })

  it('takes back a tag only where it was new', async () => {
    first = (ticket) => (ticket === 'id0' ? 3 : 4)
    const results = await carryOut(bulkOf(tickets.slice(0, 2), { tag: 'Winter' }), () => undefined)
    const back = undoOf(results)
    expect(back.map((each) => [each.ticket.number, each.change])).toEqual([['MUST-000001', { untag: 'Winter' }]])
  })

  it('at the desk each is asked for in the name of its municipality', async () => {
    await carryOut(bulkOf([{ ...tickets[0], tenant: 'musterstadt' } as TicketItem, { ...tickets[1], tenant: 'beispielburg' } as TicketItem], { assignee: 'me' }), () => undefined)
    expect(asked[0]?.body.items.map((each) => each.tenant)).toEqual(['musterstadt', 'beispielburg'])
  })
})
