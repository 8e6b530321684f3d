import { infiniteQueryOptions, queryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { answerOf, apiFor, type Schemas } from '../api/client'

export type Ticket = Schemas['TicketResponse']
export type Comment = Schemas['CommentResponse']
export type Act = keyof Ticket['abilities']
export type Person = Schemas['TicketPersonResponse']

/**
 * What stands for one ticket in the keys of everything that is read about it. At the desk the municipality belongs to it: nothing that was
 * read of one is ever shown for another.
 */
export function ticketKey(number: string, tenant: string | null): string {
  return tenant === null ? number : `${tenant}/${number}`
}

/** By its number, as it stands in the address. */
export function ticketQuery(number: string, tenant: string | null = null) {
  return queryOptions({
    queryKey: ['ticket', ticketKey(number, tenant)],
    queryFn: ({ signal }) =>
      answerOf(apiFor(tenant).GET('/api/v1/tickets/{id}', { signal, params: { path: { id: number }, query: { comments: 1 } } })),
  })
}

const shownFirst = 30
const shownMore = 100

/** From the newest back; what lies before is read when somebody asks for it. */
export function commentsQuery(number: string, tenant: string | null = null) {
  return infiniteQueryOptions({
    queryKey: ['ticket', ticketKey(number, tenant), 'comments'],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        apiFor(tenant).GET('/api/v1/tickets/{id}/comments', {
          signal,
          params: {
            path: { id: number },
            query: { sort: '-created_at', limit: pageParam === '' ? shownFirst : shownMore, ...(pageParam !== '' && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last: Schemas['CommentListResponse']) => last.next_cursor ?? undefined,
    select: conversationOf,
  })
}

/** The pages as they are read: oldest first, each once. */
function conversationOf(data: InfiniteData<Schemas['CommentListResponse']>) {
  const seen = new Set<string>()
  const items = data.pages.flatMap((page) => page.items).filter((each) => !seen.has(each.id) && seen.add(each.id))
  const total = data.pages[0]?.total ?? 0
  return { items: items.toReversed(), people: data.pages.flatMap((page) => page.people ?? []), total, hidden: Math.max(0, total - items.length) }
}

export const timelineQuery = (number: string, tenant: string | null = null) =>
  queryOptions({
    queryKey: ['ticket', ticketKey(number, tenant), 'timeline'],
    queryFn: ({ signal }) =>
      answerOf(apiFor(tenant).GET('/api/v1/tickets/{id}/timeline', { signal, params: { path: { id: number }, query: { limit: 100 } } })),
  })

export function may(ticket: Ticket, act: Act): boolean {
  return ticket.abilities[act]?.allowed === true
}

/** Whether people of this role ever do that: what they never do is not shown. */
export function has(ticket: Ticket, act: Act): boolean {
  return ticket.abilities[act] != null
}

/** Why not now, in the reader's words; `null`: nothing is in the way. */
export function whyNot(ticket: Ticket, act: Act): string | null {
  const ability = ticket.abilities[act]
  return ability == null || ability.allowed ? null : (ability.detail ?? ability.reason ?? '')
}

export function nameOf(people: Person[], id: string | null | undefined): string | null {
  return people.find((each) => each.id === id)?.name ?? null
}

/** After an act the page shows what the server has made of it. */
export async function refresh(client: QueryClient, number: string, tenant: string | null = null): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['ticket', ticketKey(number, tenant)] }),
    client.invalidateQueries({ queryKey: ['tickets'] }),
  ])
}

export function comment(number: string, body: Schemas['AddCommentRequest'], operation: string, tenant: string | null = null): Promise<Comment> {
  return answerOf(
    apiFor(tenant).POST('/api/v1/tickets/{id}/comments', {
      params: { path: { id: number }, header: { 'Idempotency-Key': operation } },
      body,
    }),
  ) as Promise<Comment>
}

export function change(
  ticket: Pick<Ticket, 'number' | 'version'>,
  changes: Schemas['ChangeTicketRequest'],
  operation: string,
  tenant: string | null,
): Promise<Ticket> {
  return answerOf(
    apiFor(tenant).PATCH('/api/v1/tickets/{id}', {
      params: { path: { id: ticket.number }, header: { 'If-Match': `"${ticket.version}"`, 'Idempotency-Key': operation } },
      body: changes,
    }),
  )
}
