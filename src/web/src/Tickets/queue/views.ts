import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schemas } from '../../api/client'
import { readAddress } from '../../lib/address'
import { currentLanguage } from '../../lib/i18n'
import { priorities, readListSearch, slaStates, statuses, type ListSearch } from '../list'

/** Where somebody begins who has asked for nothing: the same filters as the view of all that is open. */
export const standardView: ListSearch = { status: ['open', 'in_progress', 'waiting_on_customer'], sort: 'due_at' }

export type StoredView = Schemas['ViewResponse']

/** A view is nothing but an address: what is looked for, and in which order. */
export interface View {
  key: string
  name: string
  search: ListSearch
  stored: StoredView
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

export function viewFrom(stored: StoredView): View {
  return { key: stored.key, name: stored.words[currentLanguage()], search: { ...searchOf(stored.filters, stored.sort), view: stored.key }, stored }
}

const several: Record<string, readonly string[]> = { status: statuses, priority: priorities, sla: slaStates }

/** The list's own filters as an address of the queue has them: there several values stand one by one, and two have shorter names. */
function searchOf(filters: string, sort: string | null): ListSearch {
  const { text, sla_state, ...rest } = readAddress(filters)
  const values = Object.entries({ ...rest, q: text, sla: sla_state, sort: sort ?? undefined }).map(([name, value]) => [
    name,
    several[name] === undefined ? value : listed(String(value ?? '').split(','), several[name]),
  ])
  return readListSearch(Object.fromEntries(values) as Record<string, unknown>)
}

/** `!closed` is every other one. */
function listed(given: readonly string[], all: readonly string[]): readonly string[] {
  return given.some((each) => each.startsWith('!')) ? all.filter((each) => !given.includes(`!${each}`)) : given
}

/** The filters of an address as a view keeps them. Where the list begins belongs to nobody's view. */
export function filtersOf({ view: _view, after: _after, from: _from, sort: _sort, q, sla, ...rest }: ListSearch): string {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...rest, sla_state: sla, text: q })) if (value !== undefined) words.set(name, String(value))
  return words.toString()
}

const known = (search: ListSearch) => JSON.stringify(filtersOf(readListSearch({ ...search })).split('&').toSorted())

/** The view that was opened, else the one that these filters are, in whichever order. */
export function viewOf(search: ListSearch, views: readonly View[]): View | null {
  const opened = views.find((each) => each.key === search.view)
  return opened ?? views.find((each) => known(each.search) === known(search)) ?? null
}

/** Whether something else is looked for than the view says, or in another order. Only what was opened as a view can differ from it. */
export function differs(search: ListSearch, view: View): boolean {
  return search.view === view.key && (known(search) !== known(view.search) || (search.sort ?? standardSort) !== (view.search.sort ?? standardSort))
}

const standardSort = '-updated_at'

/** Another filter is another list: it begins at its beginning. */
export function withFilter(search: ListSearch, change: FilterChange): ListSearch {
  const { after: _, from: __, ...rest } = { ...search, ...change }
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)))
}

export type FilterChange = { [Name in keyof ListSearch]?: ListSearch[Name] | undefined }

/** The keys in another order: one of them goes before or behind another one. */
export function moved(keys: readonly string[], key: string, target: string, position: 'before' | 'after'): string[] {
  if (key === target || !keys.includes(target)) return [...keys]
  const rest = keys.filter((each) => each !== key)
  const at = rest.indexOf(target) + (position === 'after' ? 1 : 0)
  return [...rest.slice(0, at), key, ...rest.slice(at)]
}
