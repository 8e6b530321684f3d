import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../api/client'

export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: async () => answerOf(api.GET('/api/v1/categories')),
  select: (list) => ({ ...list, items: list.items.filter((each) => !each.archived) }),
  staleTime: 5 * 60_000,
})

export const queuesQuery = queryOptions({
  queryKey: ['queues'],
  queryFn: async () => answerOf(api.GET('/api/v1/queues')),
  staleTime: 5 * 60_000,
})

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: async () => answerOf(api.GET('/api/v1/teams')),
  staleTime: 5 * 60_000,
})
