import { queryOptions } from '@tanstack/react-query'
import type { Client } from 'openapi-fetch'
import { answerOf } from '../../../api/client'
import { isProblem } from '../../../api/problem'
import type { Ticket } from '../../ticket'
import type { TicketPlace } from '../place'

// The document of the API has no text modules yet: these types and paths stand here until schema.d.ts is generated with them.
export interface TextModule {
  id: string
  name: string
  shortcut: string
  /** Keys; it is offered for tickets of these only, an empty list is any. */
  queues: string[]
  teams: string[]
  categories: string[]
}

export interface FilledModule {
  text: string
  language: string
  /** Placeholders that had no value and stand in the text as they were. */
  missing: string[]
}

interface Paths {
  '/api/v1/text-modules': { get: { responses: { 200: { content: { 'application/json': { items: TextModule[] } } } } } }
  '/api/v1/tickets/{id}/text-modules/{module}/preview': {
    post: {
      parameters: { path: { id: string; module: string } }
      requestBody: { content: { 'application/json': { language?: string } } }
      responses: { 200: { content: { 'application/json': FilledModule } } }
    }
  }
}

const door = (place: TicketPlace) => place.api as unknown as Client<Paths>

/** All that are kept here; null: this platform has none to offer. */
export const modulesQuery = (place: TicketPlace, asked: boolean) =>
  queryOptions({
    queryKey: ['text-modules', place.tenant],
    enabled: asked,
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }) => {
      try {
        return (await answerOf(door(place).GET('/api/v1/text-modules', { signal }))).items
      } catch (error) {
        if (isProblem(error) && error.status === 404) return null
        throw error
      }
    },
  })

/** Its words, filled for this ticket in the language of the requester. */
export const filledQuery = (place: TicketPlace, module: string | null) =>
  queryOptions({
    queryKey: ['ticket', place.key, 'text-module', module],
    enabled: module !== null,
    queryFn: ({ signal }) =>
      answerOf(
        door(place).POST('/api/v1/tickets/{id}/text-modules/{module}/preview', {
          signal,
          params: { path: { id: place.number, module: module ?? '' } },
          body: {},
        }),
      ),
  })

const among = (keys: string[], key: string | null | undefined) => keys.length === 0 || (key != null && keys.includes(key))

export function fits(module: TextModule, ticket: Pick<Ticket, 'queue' | 'team' | 'category'>): boolean {
  return among(module.queues, ticket.queue) && among(module.teams, ticket.team) && among(module.categories, ticket.category)
}

const plain = (words: string) => words.toLocaleLowerCase('de')

/** By name and shortcut; whose shortcut begins with what was typed stands first. */
export function found(modules: TextModule[], typed: string): TextModule[] {
  const wanted = plain(typed.trim().replace(/^\//, ''))
  const begins = (each: TextModule) => plain(each.shortcut).startsWith(wanted)
  const hits = modules.filter((each) => begins(each) || plain(each.name).includes(wanted))
  return [...hits.filter(begins), ...hits.filter((each) => !begins(each))]
}
