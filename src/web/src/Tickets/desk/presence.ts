import { queryOptions } from '@tanstack/react-query'
import { answerOf, type Schemas } from '../../api/client'
import { createStore } from '../../lib/store'
import type { TicketPlace } from './place'

export type PresenceState = Schemas['PresenceState']

interface Typed {
  key: string
  state: PresenceState
  at: number
}

const typed = createStore<Typed | null>(null)
const said = 5000

/** Whoever types writes; said by the editors, at most every few seconds. */
export function writes(key: string, state: PresenceState): void {
  const last = typed.get()
  if (last !== null && last.key === key && last.state === state && Date.now() - last.at < said) return
  typed.set({ key, state, at: Date.now() })
}

export const typing = typed

const pause = 20_000

/** What this person does on this ticket: whoever has not typed for a while reads. */
export function stateAt(key: string, now = Date.now()): PresenceState {
  const last = typed.get()
  return last !== null && last.key === key && now - last.at < pause ? last.state : 'reading'
}

export const presenceQuery = (place: TicketPlace, ticket: string) =>
  queryOptions({
    queryKey: ['presence', ticket],
    queryFn: ({ signal }) =>
      answerOf(place.api.GET('/api/v1/tickets/{id}/presence', { signal, params: { path: { id: place.number } } })),
  })

export const present = (place: TicketPlace, state: PresenceState) =>
  answerOf(place.api.PUT('/api/v1/tickets/{id}/presence', { params: { path: { id: place.number } }, body: { state } }))

/** Also while the page goes away. */
export const leave = (place: TicketPlace) =>
  answerOf(place.api.DELETE('/api/v1/tickets/{id}/presence', { keepalive: true, params: { path: { id: place.number } } }))
