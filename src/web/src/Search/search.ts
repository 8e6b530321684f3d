import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, api, apiFor, type Schemas } from '../api/client'
import { anyOf } from '../lib/anyOf'

export type Hit = Schemas['SearchItemResponse']
export type Facets = Schemas['SearchFacetsResponse']

export const facetNames = ['status', 'priority', 'category', 'queue', 'team', 'tag', 'assignee'] as const
export type FacetName = (typeof facetNames)[number]

/** What stands in the address of the search. One value of each: what the answer counts is what is left to choose from. */
export type WordSearch = { q?: string } & Partial<Record<FacetName, string>>

export function readWordSearch(search: Record<string, unknown>): WordSearch {
  const names = ['q', ...facetNames] as const
  return Object.fromEntries(names.filter((name) => typeof search[name] === 'string' && search[name] !== '').map((name) => [name, search[name]]))
}

const prefixes = /^\s*(?:(?:re|aw|antw|antwort|wg|fw|fwd)\s*:\s*)+/i
const number = /\b[A-Z0-9]{1,10}-\d{6,12}\b/i

/** What somebody pastes or types, as the search takes it: the subject of a mail is looked up by the number in it, or by its words alone. */
export function wordsToFind(typed: string): string {
  const named = number.exec(typed)?.[0]
  if (named !== undefined && typed.trim() !== named) return named.toUpperCase()
  return typed.replace(prefixes, '').replaceAll(/\s+/g, ' ').trim().split(' ').slice(0, 20).join(' ').slice(0, 200)
}

export function searchQuery(words: string, limit = 20, tenant: string | null = null) {
  return queryOptions({
    queryKey: ['search', words, limit, ...(tenant === null ? [] : [tenant])],
    enabled: words.trim().length >= 2,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf(apiFor(tenant).GET('/api/v1/search', { signal, params: { query: { q: words.trim(), type: ['ticket'], limit } } })),
  })
}

/** Tickets and people, with what can be chosen among them. */
export function foundQuery({ q = '', status, priority, ...facets }: WordSearch) {
  const words = wordsToFind(q)
  const any = Object.fromEntries(Object.entries(facets).map(([name, value]) => [name, anyOf(value)])) as Partial<Record<Exclude<FacetName, 'status' | 'priority'>, string[]>>
  return infiniteQueryOptions({
    queryKey: ['search', 'all', words, { ...facets, status, priority }],
    enabled: words.length >= 1,
    placeholderData: keepPreviousData,
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/search', {
          signal,
          params: {
            query: {
              q: words,
              ...any,
              ...(status && { status: [status as Schemas['TicketStatus']] }),
              ...(priority && { priority: [priority as Schemas['Priority']] }),
              limit: 50,
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last: Schemas['SearchResponse']) => last.next_cursor ?? undefined,
  })
}
