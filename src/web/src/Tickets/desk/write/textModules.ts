import { queryOptions } from '@tanstack/react-query'
import { answerOf, type Schemas } from '../../../api/client'
import type { Ticket } from '../../ticket'
import type { TicketPlace } from '../place'

export type TextModule = Pick<Schemas['TextModuleResponse'], 'id' | 'name' | 'shortcut'>

/** Those that are for such a ticket: which they are is the server's to say, anew when the ticket is sorted otherwise. */
export const modulesQuery = (place: TicketPlace, ticket: Pick<Ticket, 'queue' | 'team' | 'category'> | null) =>
  queryOptions({
    queryKey: ['text-modules', place.key, ticket?.category, ticket?.queue, ticket?.team],
    enabled: ticket !== null,
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }): Promise<TextModule[]> =>
      (await answerOf(place.api.GET('/api/v1/tickets/{id}/text-modules', { signal, params: { path: { id: place.number } } }))).items,
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

const plain = (words: string) => words.toLocaleLowerCase('de')

/** By name and shortcut; whose shortcut begins with what was typed stands first. */
export function found(modules: TextModule[], typed: string): TextModule[] {
  const wanted = plain(typed.trim().replace(/^\//, ''))
  const begins = (each: TextModule) => plain(each.shortcut).startsWith(wanted)
  const hits = modules.filter((each) => begins(each) || plain(each.name).includes(wanted))
  return [...hits.filter(begins), ...hits.filter((each) => !begins(each))]
}
