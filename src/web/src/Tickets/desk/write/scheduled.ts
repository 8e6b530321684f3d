import { answerOf, type Schemas } from '../../../api/client'
import type { TicketPlace } from '../place'

export type ScheduledAnswer = Schemas['ScheduledAnswerResponse']

export type ScheduledAct = { kind: 'send' } | { kind: 'back' } | { kind: 'move'; to: string }

export function actOn(place: TicketPlace, answer: string, act: ScheduledAct, operation: string): Promise<unknown> {
  const params = { path: { id: place.number, answer }, header: { 'Idempotency-Key': operation } }
  switch (act.kind) {
    case 'send':
      return answerOf(place.api.POST('/api/v1/tickets/{id}/scheduled/{answer}/send', { params }))
    case 'back':
      return answerOf(place.api.DELETE('/api/v1/tickets/{id}/scheduled/{answer}', { params }))
    case 'move':
      return answerOf(place.api.POST('/api/v1/tickets/{id}/scheduled/{answer}/move', { params, body: { send_at: act.to } }))
  }
}
