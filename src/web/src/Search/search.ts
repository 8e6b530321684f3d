import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, apiFor } from '../api/client'

export function searchQuery(words: string, limit = 20, tenant: string | null = null) {
  return queryOptions({
    queryKey: ['search', words, limit, ...(tenant === null ? [] : [tenant])],
    enabled: words.trim().length >= 2,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf(apiFor(tenant).GET('/api/v1/search', { signal, params: { query: { q: words.trim(), type: ['ticket'], limit } } })),
  })
}
