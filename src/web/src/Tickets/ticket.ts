import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { answerOf, api, apiOf, newOperation, type Schemas } from '../api/client'

export type Ticket = Schemas['TicketResponse']
export type Comment = Schemas['CommentResponse']
export type Act = keyof Ticket['abilities']

/** By its number, as it stands in the address. */
export function ticketQuery(number: string) {
  return queryOptions({
    queryKey: ['ticket', number],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/tickets/{id}', { signal, params: { path: { id: number } } })),
  })
}

const shownAtOnce = 100

/** The newest, oldest of them first; what lies before is read when somebody asks for it. */
export const commentsQuery = (number: string, count = shownAtOnce) =>
  queryOptions({
    queryKey: ['ticket', number, 'comments', count],
    queryFn: async ({ signal }) => {
      const page = await answerOf(
        api.GET('/api/v1/tickets/{id}/comments', {
          signal,
          params: { path: { id: number }, query: { sort: '-created_at', limit: count } },
        }),
      )
      return { items: page.items.toReversed(), people: page.people ?? [], total: page.total, earlier: page.next_cursor !== null }
    },
  })

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
  return ticket.abilities[act]?.allowed === true
}

/** Whether people of this role ever do that: what they never do is not shown. */
export function has(ticket: Ticket, act: Act): boolean {
  return ticket.abilities[act] !== undefined
}

/** Why not now, in the reader's words; `null`: nothing is in the way. */
export function whyNot(ticket: Ticket, act: Act): string | null {
  const ability = ticket.abilities[act]
  return ability === undefined || ability.allowed ? null : (ability.detail ?? ability.reason ?? '')
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
