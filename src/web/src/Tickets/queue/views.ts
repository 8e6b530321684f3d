import type { Key } from '../../lib/i18n'
import type { ListSearch, Status } from '../list'

export const unfinished: Status[] = ['open', 'in_progress', 'waiting_on_customer']

/** A view is nothing but an address: what is looked for, and in which order. */
export interface View {
  id: string
  name: Key
  search: ListSearch
}

export const standardView: ListSearch = { status: unfinished, sort: 'due_at' }

// Views of their own, which people and teams save, come from the server and join these.
export const views: readonly View[] = [
  { id: 'mine', name: 'queue.view.mine', search: { assignee: 'me', status: unfinished, sort: 'due_at' } },
  { id: 'unassigned', name: 'queue.view.unassigned', search: { assignee: 'none', status: unfinished, sort: 'due_at' } },
  { id: 'overdue', name: 'queue.view.overdue', search: { sla: 'breached', status: unfinished, sort: 'due_at' } },
  { id: 'open', name: 'queue.view.open', search: standardView },
  { id: 'closed', name: 'queue.view.closed', search: { status: ['resolved', 'closed'], sort: '-updated_at' } },
]

const filters = ({ sort: _sort, after: _after, from: _from, ...rest }: ListSearch) => JSON.stringify(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** The view that these filters are, in whichever order. */
export function viewOf(search: ListSearch): View | null {
  return views.find((each) => filters(each.search) === filters(search)) ?? null
}

/** Another filter is another list: it begins at its beginning. */
export function withFilter(search: ListSearch, change: { [Name in keyof ListSearch]?: ListSearch[Name] | undefined }): ListSearch {
  const { after: _, from: __, ...rest } = { ...search, ...change }
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)))
}
