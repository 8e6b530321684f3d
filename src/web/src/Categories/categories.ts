import { queryOptions } from '@tanstack/react-query'
import { answerOf, apiFor } from '../api/client'

const rarely = 5 * 60_000
// At the desk each municipality has its own lists.
const keyOf = (list: string, tenant: string | null) => (tenant === null ? [list] : [list, tenant])

export const categoriesOf = (tenant: string | null) =>
  queryOptions({
    queryKey: keyOf('categories', tenant),
    queryFn: async () => answerOf(apiFor(tenant).GET('/api/v1/categories')),
    select: (list) => ({ ...list, items: list.items.filter((each) => !each.archived) }),
    staleTime: rarely,
  })

export const queuesOf = (tenant: string | null) =>
  queryOptions({
    queryKey: keyOf('queues', tenant),
    queryFn: async () => answerOf(apiFor(tenant).GET('/api/v1/queues')),
    staleTime: rarely,
  })

export const teamsOf = (tenant: string | null) =>
  queryOptions({
    queryKey: keyOf('teams', tenant),
    queryFn: async () => answerOf(apiFor(tenant).GET('/api/v1/teams')),
    staleTime: rarely,
  })

export const categoriesQuery = categoriesOf(null)
export const queuesQuery = queuesOf(null)
export const teamsQuery = teamsOf(null)
