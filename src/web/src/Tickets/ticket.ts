import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { answerOf, api, apiOf, newOperation, type Schemas } from '../api/client'

export type Ticket = Schemas['TicketResponse']
export type Comment = Schemas['CommentResponse']
export type Act = Schemas['TicketAct']

/** By its number, as it stands in the address. */
export function ticketQuery(number: string) {
  return queryOptions({
    queryKey: ['ticket', number],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/tickets/{id}', { signal, params: { path: { id: number }, query: { comments: 0 } } })),
  })
}

export const commentsQuery = (number: string) =>
  queryOptions({
    queryKey: ['ticket', number, 'comments'],
    queryFn: async ({ signal }) => {
      const items: Comment[] = []
      const people: Schemas['TicketPersonResponse'][] = []
      let cursor: string | null = null
      // Newest first, in pages; the oldest are folded away and read when somebody unfolds them.
      do {
        const page: Schemas['CommentListResponse'] = await answerOf(
          api.GET('/api/v1/tickets/{id}/comments', {
            signal,
            params: { path: { id: number }, query: { sort: '-created_at', limit: 100, ...(cursor && { cursor }) } },
          }),
        )
        items.push(...page.items)
        people.push(...(page.people ?? []))
        cursor = items.length < shownAtOnce ? page.next_cursor : null
        if (cursor === null) return { items: items.toReversed(), people, total: page.total, earlier: page.next_cursor }
      } while (true)
    },
  })

const shownAtOnce = 100

export const timelineQuery = (number: string) =>
  queryOptions({
    queryKey: ['ticket', number, 'timeline'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/tickets/{id}/timeline', { signal, params: { path: { id: number }, query: { limit: 100 } } })),
  })

export const attachmentsQuery = (number: string) =>
  queryOptions({
    queryKey: ['ticket', number, 'attachments'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/tickets/{id}/attachments', { signal, params: { path: { id: number } } })),
  })

export function may(ticket: Ticket, act: Act): boolean {
  return ticket.abilities.includes(act)
}

export function nameOf(people: Schemas['TicketPersonResponse'][], id: string | null | undefined): string | null {
  return people.find((each) => each.id === id)?.name ?? null
}

/** After an act the page shows what the server has made of it. */
export async function refresh(client: QueryClient, number: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['ticket', number] }),
    client.invalidateQueries({ queryKey: ['tickets'] }),
  ])
}

export function comment(number: string, body: Schemas['AddCommentRequest'], operation: string): Promise<Comment> {
  return answerOf(
    api.POST('/api/v1/tickets/{id}/comments', {
      params: { path: { id: number }, header: { 'Idempotency-Key': operation } },
      body,
    }),
  ) as Promise<Comment>
}

/** What an act needs to know of a ticket; one in a list over several municipalities says whose it is. */
export type Changeable = Pick<Ticket, 'number' | 'version'> & { tenant?: string | null }

export function change(ticket: Changeable, changes: Schemas['ChangeTicketRequest'], operation = newOperation()): Promise<Ticket> {
  return answerOf(
    apiOf(ticket.tenant).PATCH('/api/v1/tickets/{id}', {
      params: { path: { id: ticket.number }, header: { 'If-Match': `"${ticket.version}"`, 'Idempotency-Key': operation } },
      body: changes,
    }),
  )
}
