import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schemas } from '../api/client'
import type { operations } from '../api/schema'
import { anyOf } from '../lib/anyOf'

export type TicketItem = Schemas['TicketItemResponse']
export type Status = Schemas['TicketStatus']
export type Priority = Schemas['Priority']
type ListParameters = NonNullable<operations['ListTickets']['parameters']['query']>

export const statuses: readonly Status[] = ['open', 'in_progress', 'waiting_on_customer', 'resolved', 'closed']
export const priorities: readonly Priority[] = ['low', 'medium', 'high', 'urgent']
export const slaStates = ['breached', 'warned', 'on_track', 'paused', 'met'] as const
export const sorts = ['due_at', '-updated_at', '-created_at', 'created_at', '-priority'] as const satisfies ListParameters['sort'][]
// A view that was made elsewhere may sort in other ways.
export const allSorts = [...sorts, '-due_at', 'updated_at', 'priority', 'number', '-number', 'sla_state', '-sla_state'] as const satisfies ListParameters['sort'][]
export type Sort = (typeof allSorts)[number]
export type SlaState = (typeof slaStates)[number]

/** Filters of one value that are taken as they stand. */
export const plainFilters = [
  // At the desk: one of the municipalities that are served.
  'tenant',
  'assignee',
  'queue',
  'team',
  'category',
  'tag',
  'requester',
  'reopen_requested',
  'created_from',
  'created_to',
  'updated_from',
  'updated_to',
  'due_before',
  'unread',
  'q',
] as const
export type PlainFilter = (typeof plainFilters)[number]

/** Filters of which the address may name several values, with commas between them. */
export const anyFilters = ['assignee', 'queue', 'team', 'category', 'tag'] as const

/** What stands in the address of the queue: everything that decides what is shown. */
export interface ListSearch extends Partial<Record<Exclude<PlainFilter, 'reopen_requested' | 'unread'>, string>> {
  status?: Status[]
  priority?: Priority[]
  sla?: SlaState[]
  reopen_requested?: 'true' | 'false'
  unread?: 'true' | 'false'
  sort?: Sort
  /** Which view was opened: its filters stand beside it, and may have been changed since. */
  view?: string
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
  const yesOrNo = (name: 'unread' | 'reopen_requested') => (search[name] === 'true' || search[name] === 'false' ? { [name]: search[name] } : {})
  const status = several(search['status'], statuses)
  const priority = several(search['priority'], priorities)
  const sla = several(search['sla'], slaStates)
  const sort = allSorts.find((each) => each === search['sort'])
  return {
    ...(status.length > 0 && { status }),
    ...(priority.length > 0 && { priority }),
    ...(sla.length > 0 && { sla }),
    ...(sort && { sort }),
    ...Object.assign({}, ...plainFilters.map((name) => (name === 'unread' || name === 'reopen_requested' ? yesOrNo(name) : word(name)))),
    ...word('view'),
    ...word('after'),
    ...(typeof search['after'] === 'string' && Number(search['from']) > 0 && { from: Math.trunc(Number(search['from'])) }),
  }
}

/** The filters as the server calls them. */
function asked({ sla, q, after: _after, from: _from, sort: _sort, view: _view, assignee, queue, team, category, tag, tenant, ...filters }: ListSearch) {
  const any = Object.entries({ assignee, queue, team, category, tag, tenant }).flatMap(([name, value]) => (value === undefined ? [] : [[name, anyOf(value)]]))
  return {
    ...filters,
    ...(Object.fromEntries(any) as Partial<Record<(typeof anyFilters)[number] | 'tenant', string[]>>),
    ...(sla && { sla_state: sla }),
    ...(q && { text: q }),
  }
}

export const pageSize = 100
// A list in the browser costs by the row: a window of two thousand is scrolled, what lies behind it is the next window.
export const pagesInWindow = 20

export function listQuery(wanted: ListSearch) {
  // The same filters are the same list, whichever view they came from.
  const { view: _view, ...search } = wanted
  return infiniteQueryOptions({
    queryKey: ['tickets', 'list', search],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...asked(search), sort: search.sort ?? '-updated_at', limit: pageSize, ...(pageParam && { cursor: pageParam }) }
      return answerOf(api.GET('/api/v1/tickets', { signal, params: { query } }))
    },
    // Whoever comes back from a long answer finds the list as it was.
    gcTime: 30 * 60_000,
    initialPageParam: search.after ?? '',
    getNextPageParam: (last: Schemas['TicketListResponse'], pages: unknown[]) =>
      pages.length < pagesInWindow ? (last.next_cursor ?? undefined) : undefined,
  })
}

/** Counted to the end; the list itself counts to a thousand. */
export function totalQuery(search: ListSearch) {
  const filters = asked(search)
  return queryOptions({
    queryKey: ['tickets', 'total', filters],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/tickets', { signal, params: { query: { ...filters, limit: 1, total: 'exact' as const } } }))).total,
  })
}

export type Facets = Schemas['TicketFacetsResponse']

const now = 30_000

/**
 * How many tickets each value of a filter would leave, with the other filters as they are. They are counted over all tickets: not with every
 * change that lists are read anew for, but so often that they are a minute old at most.
 */
export function facetsQuery(search: ListSearch) {
  const query = asked(search)
  return queryOptions({
    queryKey: ['facets', query],
    staleTime: now,
    refetchInterval: 2 * now,
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/tickets/facets', { signal, params: { query } })),
  })
}
