import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../api/client'

/** Who may have a ticket here, by name: few, read once, and names of every list come from it. */
export const staffQuery = queryOptions({
  queryKey: ['people', 'staff'],
  queryFn: async ({ signal }) => {
    const roles = ['agent', 'manager', 'admin'] as const
    const lists = await Promise.all(
      roles.map((role) => answerOf(api.GET('/api/v1/users', { signal, params: { query: { role, limit: 200 } } }))),
    )
    return lists.flatMap((list) => list.items).toSorted((one, other) => one.name.localeCompare(other.name, 'de'))
  },
  staleTime: 5 * 60_000,
})
