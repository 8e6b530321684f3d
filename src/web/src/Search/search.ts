import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../api/client'

export function searchQuery(words: string, limit = 20) {
  return queryOptions({
    queryKey: ['search', words, limit],
    enabled: words.trim().length >= 2,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/search', { signal, params: { query: { q: words.trim(), type: ['ticket'], limit } } })),
  })
}
