import { answerOf, apiFor, newOperation } from '../../api/client'
import { isProblem, Unreachable } from '../../api/problem'
import type { Priority, Status, TicketItem } from '../list'
import { change } from '../ticket'

export type BulkChange = { assignee: string | null } | { status: Status } | { priority: Priority } | { tag: string } | { untag: string }

/** One ticket of a bulk act: what is to become of it, and what became of it. */
export interface BulkItem {
  ticket: TicketItem
  change: BulkChange
  version: number
  operation: string
  state: 'waiting' | 'done' | 'refused'
  error?: unknown
  /** Its version afterwards; the same as before: there was nothing to change. */
  after?: number
}

const atOnce = 4
// A limit that is over so soon is waited for; a longer one is told.
const patience = 10

export function bulkOf(tickets: readonly TicketItem[], wanted: BulkChange): BulkItem[] {
  return tickets.map((ticket) => ({ ticket, change: wanted, version: ticket.version, operation: newOperation(), state: 'waiting' }))
}

/**
 * Carries out what waits and says of each ticket what became of it. It asks ticket by ticket, a few at once; a route that takes them all
 * belongs in here.
 */
export async function carryOut(items: readonly BulkItem[], onProgress: (finished: number) => void): Promise<BulkItem[]> {
  const results = [...items]
  let next = 0
  let finished = 0
  const worker = async () => {
    while (next < items.length) {
      const place = next++
      const item = items[place]
      if (item === undefined) return
      results[place] = await one(item)
      onProgress(++finished)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return results
}

async function one(item: BulkItem): Promise<BulkItem> {
  for (let tries = 0; ; tries++) {
    try {
      return { ...item, state: 'done', after: await ask(item) }
    } catch (error) {
      const wait = isProblem(error) && error.status === 429 ? error.retryAfter : null
      if (wait === null || wait > patience || tries > 2) return { ...item, state: 'refused', error }
      await new Promise((resolve) => setTimeout(resolve, wait * 1000))
    }
  }
}

async function ask({ ticket, change: wanted, version, operation }: BulkItem): Promise<number> {
  if (!('tag' in wanted || 'untag' in wanted)) return (await change({ ...ticket, version }, wanted, operation)).version
  const asked = apiFor(ticket.tenant ?? null)
  const header = { 'If-Match': `"${version}"`, 'Idempotency-Key': operation }
  const path = '/api/v1/tickets/{id}/tags/{tag}'
  if ('tag' in wanted) return (await answerOf(asked.PUT(path, { params: { path: { id: ticket.number, tag: wanted.tag }, header } }))).version
  return (await answerOf(asked.DELETE(path, { params: { path: { id: ticket.number, tag: wanted.untag }, header } }))).version
}

/**
 * The refused ones once more. What was made on an older version is made on the one of now: the person has read that somebody changed it.
 * Where nobody knows what became of the request it goes out again with the same id.
 */
export async function refusedAgain(items: readonly BulkItem[]): Promise<BulkItem[]> {
  return Promise.all(
    items
      .filter((each) => each.state === 'refused')
      .map(async (each) => {
        const { error, ...item } = each
        if (error instanceof Unreachable) return { ...item, state: 'waiting' as const }
        const now = isProblem(error, 'stale-version') ? await asItIs(each.ticket) : each.ticket
        return { ...item, ticket: now, version: now.version, operation: newOperation(), state: 'waiting' as const }
      }),
  )
}

async function asItIs(ticket: TicketItem): Promise<TicketItem> {
  const path = { id: ticket.number }
  const now = await answerOf(apiFor(ticket.tenant ?? null).GET('/api/v1/tickets/{id}', { params: { path } })).catch(() => null)
  if (now === null) return ticket
  const { status, priority, assignee, version } = now
  return { ...ticket, status, priority, assignee, version }
}

/** What leads back, for the tickets that were really changed. */
export function undoOf(items: readonly BulkItem[]): BulkItem[] {
  return items
    .filter((each) => each.state === 'done' && each.after !== undefined && each.after !== each.version)
    .map(({ ticket, change: made, after, version }) => ({
      ticket,
      change: reverse(ticket, made),
      version: after ?? version,
      operation: newOperation(),
      state: 'waiting',
    }))
}

function reverse(ticket: TicketItem, made: BulkChange): BulkChange {
  if ('assignee' in made) return { assignee: ticket.assignee }
  if ('status' in made) return { status: ticket.status }
  if ('priority' in made) return { priority: ticket.priority }
  return 'tag' in made ? { untag: made.tag } : { tag: made.untag }
}
