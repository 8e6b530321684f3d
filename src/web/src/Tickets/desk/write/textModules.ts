import { queryOptions } from '@tanstack/react-query'
import { answerOf, type Schemas } from '../../../api/client'
import type { Ticket } from '../../ticket'
import type { TicketPlace } from '../place'

/** It is offered for tickets of its queues, teams and categories only; an empty list is any. */
export type TextModule = Pick<Schemas['TextModuleResponse'], 'id' | 'name' | 'shortcut' | 'queues' | 'teams' | 'categories'>

/** All that are kept here, once for every ticket: which of them fit is known on the page. */
export const modulesQuery = (place: TicketPlace, asked: boolean) =>
  queryOptions({
    queryKey: ['text-modules', place.tenant],
    enabled: asked,
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }): Promise<TextModule[]> => (await answerOf(place.api.GET('/api/v1/text-modules', { signal }))).items,
  })

/** Its words, filled for this ticket in the language of the requester. */
export const filledQuery = (place: TicketPlace, module: string | null) =>
  queryOptions({
    queryKey: ['ticket', place.key, 'text-module', module],
    enabled: module !== null,
    queryFn: ({ signal }) =>
      answerOf(
        place.api.POST('/api/v1/tickets/{id}/text-modules/{module}/preview', {
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
