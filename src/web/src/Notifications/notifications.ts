import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { answerOf, api, apiFor, type Schemas } from '../api/client'

export type Notified = Schemas['NotifiedTicketResponse']
export type Kind = Schemas['NotificationKind']

export interface BellSearch {
  show?: 'unread'
  kind?: Kind
}

/** What may be told of a ticket; other kinds are about the municipality. */
export const ticketKinds: readonly Kind[] = ['ticket_assigned', 'customer_commented', 'reopen_requested', 'sla_warning', 'sla_breach', 'words_withdrawn']

export function readBellSearch(search: Record<string, unknown>): BellSearch {
  const kind = ticketKinds.find((each) => each === search['kind'])
  return { ...(search['show'] === 'unread' && { show: 'unread' as const }), ...(kind && { kind }) }
}

/** One entry for each ticket, newest first. */
export function notificationsQuery(show?: 'unread') {
  return infiniteQueryOptions({
    queryKey: ['notifications', 'tickets', show ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/notifications', {
          signal,
          params: { query: { limit: 100, ...(show && { unread: 'true' as const }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last: Schemas['NotifiedTicketListResponse']) => last.next_cursor ?? undefined,
  })
}

/** What is told of no ticket: licences, flags, domains. */
export const noticesQuery = queryOptions({
  queryKey: ['notifications', 'notices'],
  queryFn: async ({ signal }) => {
    const list = await answerOf(api.GET('/api/v1/notifications/items', { signal, params: { query: { limit: 100 } } }))
    return list.items.filter((each) => each.notices.length > 0)
  },
})

export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: async () => {
    const list = await answerOf(api.GET('/api/v1/notifications', { params: { query: { limit: 1 } } }))
    return list.unread
  },
})

/** At the desk in the name of the municipality whose ticket it is. */
export async function markRead(client: QueryClient, { ticket, tenant }: Notified): Promise<void> {
  await answerOf(apiFor(tenant ?? null).POST('/api/v1/notifications/tickets/{id}/read', { params: { path: { id: ticket } } }))
  await client.invalidateQueries({ queryKey: ['notifications'] })
}

export async function markAllRead(client: QueryClient): Promise<void> {
  await answerOf(api.POST('/api/v1/notifications/read'))
  await client.invalidateQueries({ queryKey: ['notifications'] })
}
