import { answerOf, type Api } from '../api/client'
import type { Ticket } from './ticket'

/** What is shown is read, up to this version; its notifications with it. A page in the background shows nobody anything. */
export function markTicketRead(api: Api, ticket: Ticket): void {
  if (document.visibilityState !== 'visible' || ticket.unread !== true) return
  const path = { id: ticket.number }
  // Nobody waits for it, and the next look tries again.
  void answerOf(api.PUT('/api/v1/tickets/{id}/read', { params: { path }, body: { version: ticket.version } })).catch(() => undefined)
}
