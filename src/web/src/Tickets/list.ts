import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schemas } from '../api/client'
import type { operations } from '../api/schema'

export type TicketItem = Schemas['TicketItemResponse']
export type Status = Schemas['TicketStatus']
export type Priority = Schemas['Priority']
type ListParameters = NonNullable<operations['ListTickets']['parameters']['query']>

export const statuses: readonly Status[] = ['open', 'in_progress', 'waiting_on_customer', 'resolved', 'closed']
export const priorities: readonly Priority[] = ['low', 'medium', 'high', 'urgent']
export const slaStates = ['breached', 'warned', 'on_track', 'paused', 'met'] as const
export const sorts = ['due_at', '-updated_at', '-created_at', 'created_at', '-priority'] as const satisfies ListParameters['sort'][]
export type Sort = (typeof sorts)[number]

/** What stands in the address of the queue: everything that decides what is shown. */
export interface ListSearch {
  status?: Status[]
  priority?: Priority[]
  assignee?: string
  queue?: string
  team?: string
  category?: string
  tag?: string
  requester?: string
  sla?: (typeof slaStates)[number]
  unread?: 'true'
  q?: string
  sort?: Sort
  /** Where the window begins: the cursor that the last one ended with, and how many tickets lie before it. */
  after?: string
  from?: number
}

const several = <T extends string>(value: unknown, of: readonly T[]): T[] => {
  const given = Array.isArray(value) ? value : [value]
  return of.filter((each) => given.includes(each))
}

/** Only what is known; what somebody typed into the address and means nothing is left out. */
export function readListSearch(search: Record<string, unknown>): ListSearch {
  const word = (name: keyof ListSearch) => (typeof search[name] === 'string' && search[name] !== '' ? { [name]: search[name] } : {})
  const status = several(search['status'], statuses)
  const priority = several(search['priority'], priorities)
  const sla = slaStates.find((each) => each === search['sla'])
  const sort = sorts.find((each) => each === search['sort'])
  return {
    ...(status.length > 0 && { status }),
    ...(priority.length > 0 && { priority }),
    ...(sla && { sla }),
    ...(search['unread'] === 'true' && { unread: 'true' as const }),
    ...(sort && { sort }),
    ...word('assignee'),
    ...word('queue'),
    ...word('team'),
    ...word('category'),
    ...word('tag'),
    ...word('requester'),
    ...word('q'),
    ...word('after'),
    ...(typeof search['after'] === 'string' && Number(search['from']) > 0 && { from: Math.trunc(Number(search['from'])) }),
  }
}

export const pageSize = 100
// A list in the browser costs by the row: a window of two thousand is scrolled, what lies behind it is the next window.
export const pagesInWindow = 20

export function listQuery(search: ListSearch) {
  const { sla, q, after, from: _, ...filters } = search
  return infiniteQueryOptions({
    queryKey: ['tickets', 'list', search],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/tickets', {
          signal,
          params: {
            query: {
              ...filters,
              sort: filters.sort ?? '-updated_at',
              limit: pageSize,
              ...(sla && { sla_state: [sla] }),
              ...(q && { text: q }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    // Whoever comes back from a long answer finds the list as it was.
    gcTime: 30 * 60_000,
    initialPageParam: after ?? '',
    getNextPageParam: (last: Schemas['TicketListResponse'], pages: unknown[]) =>
      pages.length < pagesInWindow ? (last.next_cursor ?? undefined) : undefined,
  })
}

/** Counted to the end; the list itself counts to a thousand. */
export function totalQuery(search: ListSearch) {
  const { sla, q, after: _, from: __, sort: ___, ...filters } = search
  return queryOptions({
    queryKey: ['tickets', 'total', { ...filters, sla, q }],
    queryFn: async ({ signal }) => {
      const query = { ...filters, limit: 1, total: 'exact' as const, ...(sla && { sla_state: [sla] }), ...(q && { text: q }) }
      return (await answerOf(api.GET('/api/v1/tickets', { signal, params: { query } }))).total
    },
  })
}
