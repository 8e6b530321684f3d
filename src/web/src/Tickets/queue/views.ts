import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schemas } from '../../api/client'
import { readAddress } from '../../lib/address'
import { currentLanguage } from '../../lib/i18n'
import { readListSearch, type ListSearch } from '../list'

/** Where somebody begins who has asked for nothing: the same filters as the view of all that is open. */
export const standardView: ListSearch = { status: ['open', 'in_progress', 'waiting_on_customer'], sort: 'due_at' }

/** A view is nothing but an address: what is looked for, and in which order. */
export interface View {
  key: string
  name: string
  search: ListSearch
}

/** Built-in, own and shared ones, in the order that the person has given them. */
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/views', { signal }))).items,
  staleTime: 60_000,
})

/** How many each shows; read anew with the lists. */
export const countsQuery = queryOptions({
  queryKey: ['tickets', 'views'],
  queryFn: async ({ signal }) => {
    const { items } = await answerOf(api.GET('/api/v1/views/counts', { signal }))
    return new Map(items.map((each) => [each.key, each]))
  },
})

export function viewFrom(view: Schemas['ViewResponse']): View {
  return { key: view.key, name: view.words[currentLanguage()], search: searchOf(view.filters, view.sort) }
}

/** The list's own filters as an address of the queue has them: there several values stand one by one, and two have shorter names. */
function searchOf(filters: string, sort: string | null): ListSearch {
  const { text, sla_state, ...rest } = readAddress(filters)
  const values = Object.entries({ ...rest, q: text, sla: sla_state, sort: sort ?? undefined }).map(([name, value]) => [
    name,
    name === 'status' || name === 'priority' ? String(value).split(',') : value,
  ])
  return readListSearch(Object.fromEntries(values) as Record<string, unknown>)
}

const filters = ({ sort: _sort, after: _after, from: _from, ...rest }: ListSearch) => JSON.stringify(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** The view that these filters are, in whichever order. */
export function viewOf(search: ListSearch, views: readonly View[]): View | null {
  return views.find((each) => filters(each.search) === filters(search)) ?? null
}

/** Another filter is another list: it begins at its beginning. */
export function withFilter(search: ListSearch, change: { [Name in keyof ListSearch]?: ListSearch[Name] | undefined }): ListSearch {
  const { after: _, from: __, ...rest } = { ...search, ...change }
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)))
}
