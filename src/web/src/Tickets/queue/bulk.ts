import { answerOf, api, apiFor, newOperation, type Schemas } from '../../api/client'
import { isProblem, Problem, Unreachable } from '../../api/problem'
import type { Priority, Status, TicketItem } from '../list'

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

// So many go in one request: few enough that the progress moves.
const atOnce = 50

export function bulkOf(tickets: readonly TicketItem[], wanted: BulkChange): BulkItem[] {
  const operation = newOperation()
  return tickets.map((ticket) => ({ ticket, change: wanted, version: ticket.version, operation, state: 'waiting' }))
}

/** Carries out what waits and says of each ticket what became of it. What is one act and one change goes together. */
export async function carryOut(items: readonly BulkItem[], onProgress: (finished: number) => void): Promise<BulkItem[]> {
  const results = [...items]
  const groups = new Map<string, number[]>()
  for (const [place, { operation, change }] of items.entries()) {
    const key = JSON.stringify([operation, change])
    groups.set(key, [...(groups.get(key) ?? []), place])
  }
  let finished = 0
  for (const places of groups.values())
    for (let from = 0; from < places.length; from += atOnce) {
      const chunk = places.slice(from, from + atOnce)
      const done = await send(chunk.flatMap((place) => items[place] ?? []))
      chunk.forEach((place, at) => {
        const result = done[at]
        if (result !== undefined) results[place] = result
        onProgress(++finished)
      })
    }
  return results
}

async function send(items: readonly BulkItem[]): Promise<BulkItem[]> {
  const [first] = items
  if (first === undefined) return []
  try {
    const answer = await answerOf(
      api.POST('/api/v1/tickets/bulk', {
        params: { header: { 'Idempotency-Key': first.operation } },
        body: {
          items: items.map(({ ticket, version }) => ({ ticket: ticket.id, version, ...(ticket.tenant && { tenant: ticket.tenant }) })),
          ...bodyOf(first.change),
        },
      }),
    )
    return items.map((item, at) => told(item, answer.items[at]))
  } catch (error) {
    return items.map((item) => ({ ...item, state: 'refused', error }))
  }
}

function bodyOf(change: BulkChange) {
  if ('tag' in change) return { add_tag: change.tag }
  return 'untag' in change ? { remove_tag: change.untag } : { change }
}

function told(item: BulkItem, answer: Schemas['BulkItemResponse'] | undefined): BulkItem {
  if (answer?.problem == null) return { ...item, state: 'done', ...(answer?.version != null && { after: answer.version }) }
  return { ...item, state: 'refused', error: new Problem({ ...answer.problem, status: answer.status }) }
}

/**
 * The refused ones once more. What was made on an older version is made on the one of now: the person has read that somebody changed it.
 * Where nobody knows what became of the request it goes out again with the same id.
 */
export async function refusedAgain(items: readonly BulkItem[]): Promise<BulkItem[]> {
  const operation = newOperation()
  return Promise.all(
    items
      .filter((each) => each.state === 'refused')
      .map(async (each) => {
        const { error, ...item } = each
        if (error instanceof Unreachable) return { ...item, state: 'waiting' as const }
        const now = isProblem(error, 'stale-version') ? await asItIs(each.ticket) : each.ticket
        return { ...item, ticket: now, version: now.version, operation, state: 'waiting' as const }
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
  const operation = newOperation()
  return items
    .filter((each) => each.state === 'done' && each.after !== undefined && each.after !== each.version)
    .map(({ ticket, change: made, after, version }) => ({
      ticket,
      change: reverse(ticket, made),
      version: after ?? version,
      operation,
      state: 'waiting',
    }))
}

function reverse(ticket: TicketItem, made: BulkChange): BulkChange {
  if ('assignee' in made) return { assignee: ticket.assignee }
  if ('status' in made) return { status: ticket.status }
  if ('priority' in made) return { priority: ticket.priority }
  return 'tag' in made ? { untag: made.tag } : { tag: made.untag }
}
