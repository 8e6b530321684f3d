import { infiniteQueryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schemas } from '../api/client'
import type { operations } from '../api/schema'

export type TicketItem = Schemas['TicketItemResponse']
export type Status = Schemas['TicketStatus']
export type Priority = Schemas['Priority']
type ListParameters = NonNullable<operations['ListTickets']['parameters']['query']>
export type Sort = NonNullable<ListParameters['sort']>

export const statuses: readonly Status[] = ['open', 'in_progress', 'waiting_on_customer', 'resolved', 'closed']
export const priorities: readonly Priority[] = ['low', 'medium', 'high', 'urgent']
export const slaStates = ['breached', 'warned', 'on_track', 'paused', 'met'] as const
export const sorts: readonly Sort[] = ['due_at', '-updated_at', '-created_at', 'created_at', '-priority']

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
  q?: string
  sort?: Sort
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
    ...(sort && { sort }),
    ...word('assignee'),
    ...word('queue'),
    ...word('team'),
    ...word('category'),
    ...word('tag'),
    ...word('requester'),
    ...word('q'),
  }
}

const pageSize = 100
// A window over the list: what lies further back is read again when somebody scrolls there.
const pagesKept = 20

export function listQuery(search: ListSearch) {
  const { sla, q, ...filters } = search
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
              ...(sla && { sla_state: sla }),
              ...(q && { text: q }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last: Schemas['TicketListResponse']) => last.next_cursor ?? undefined,
    maxPages: pagesKept,
  })
}
