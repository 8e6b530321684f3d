import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem, Unreachable } from '../api/problem'

const untilThere = (tries: number, error: unknown) => error instanceof Unreachable && tries < 3

/** For what a page begins with: a device that says that it has no connection says so at once. */
export const whileConnected = (tries: number, error: unknown) => navigator.onLine && untilThere(tries, error)

/** Reads are tried again while the server is away; what was refused is not asked again. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache(),
    mutationCache: new MutationCache(),
    defaultOptions: {
      queries: {
        // What the device thinks of its network holds nothing back: an act that waited for it would go out later, unasked.
        networkMode: 'always',
        staleTime: 30_000,
        retry: untilThere,
        retryDelay: (tries) => Math.min(1000 * 2 ** tries, 8000) * (0.5 + Math.random() / 2),
        refetchOnWindowFocus: false,
      },
      mutations: {
        networkMode: 'always',
        // With the same operation id: what the server has done already is not done again.
        retry: (tries, error) => (error instanceof Unreachable || isProblem(error, 'unavailable')) && tries < 2,
      },
    },
  })
}
