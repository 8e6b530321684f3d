import { queryOptions } from '@tanstack/react-query'

/** Whose pages these are, as everybody may know it. */
export interface Place {
  kind: 'portal' | 'desk' | 'console'
  slug: string | null
  name: string
}

function byHost(host: string): Place {
  const first = host.split('.')[0] ?? ''
  if (first === 'desk') return { kind: 'desk', slug: null, name: 'Desk' }
  if (first === 'console') return { kind: 'console', slug: null, name: 'Console' }
  return { kind: 'portal', slug: first, name: first.charAt(0).toUpperCase() + first.slice(1) }
}

export const placeQuery = queryOptions({
  queryKey: ['place'],
  queryFn: async () => byHost(window.location.hostname),
  staleTime: Number.POSITIVE_INFINITY,
})
