import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Schemas } from '../../api/client'
import type { TicketItem } from '../list'
import type { TicketPlace } from './place'

type List = InfiniteData<Schemas['TicketListResponse']>

/** What stands before and after this ticket in the list that was looked at last. */
export function neighbours(client: QueryClient, place: TicketPlace): { previous: TicketItem | null; next: TicketItem | null } {
  const lists = client
    .getQueryCache()
    .findAll({ queryKey: ['tickets', 'list'] })
    .filter((each) => each.state.data !== undefined)
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  for (const list of lists) {
    const items = (list.state.data as List).pages.flatMap((page) => page.items)
    const at = items.findIndex((each) => each.number === place.number && (place.tenant === null || each.tenant === place.tenant))
    if (at >= 0) return { previous: items[at - 1] ?? null, next: items[at + 1] ?? null }
  }
  return { previous: null, next: null }
}
