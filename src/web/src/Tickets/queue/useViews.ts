import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { answerOf, api, type Schemas } from '../../api/client'
import { sessionQuery } from '../../SignIn/session'
import { moved, viewFrom, viewsQuery, type StoredView } from './views'

export type ViewRequest = Schemas['ViewRequest']

/** Managers and admins answer for what all see; everybody keeps views of their own. */
export function useMayShare(): boolean {
  const role = useQuery(sessionQuery).data?.role
  return role === 'manager' || role === 'admin'
}

/** The views, and what becomes of them. Each act answers once the list is as the server has it. */
export function useViews() {
  const client = useQueryClient()
  const query = useQuery(viewsQuery)
  const views = useMemo(() => (query.data ?? []).map(viewFrom), [query.data])
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: ['views'] }), client.invalidateQueries({ queryKey: ['tickets', 'views'] })])
  const head = (view: StoredView) => ({ path: { id: view.key }, header: { 'If-Match': `"${view.version}"` } })
  return {
    views,
    refresh,
    add: async (body: ViewRequest, operation: string) => {
      const made = await answerOf(api.POST('/api/v1/views', { params: { header: { 'Idempotency-Key': operation } }, body }))
      await refresh()
      return made
    },
    replace: async (view: StoredView, change: Partial<ViewRequest>) => {
      const stored = await answerOf(api.PUT('/api/v1/views/{id}', { params: head(view), body: { ...requestOf(view), ...change } }))
      await refresh()
      return stored
    },
    remove: async (view: StoredView) => {
      await answerOf(api.DELETE('/api/v1/views/{id}', { params: head(view) }))
      await refresh()
    },
    /** Shown at once; as before when the server refuses. */
    order: async (key: string, target: string, position: 'before' | 'after') => {
      const before = client.getQueryData(viewsQuery.queryKey) ?? []
      const keys = moved(before.map((each) => each.key), key, target, position)
      await client.cancelQueries({ queryKey: viewsQuery.queryKey })
      client.setQueryData(viewsQuery.queryKey, keys.flatMap((each) => before.find((view) => view.key === each) ?? []))
      try {
        await answerOf(api.PUT('/api/v1/views/order', { body: { keys } }))
      } catch (error) {
        await client.invalidateQueries({ queryKey: ['views'] })
        throw error
      }
    },
  }
}

/** All of it: what is not sent is not kept. */
function requestOf(view: StoredView): ViewRequest {
  const { name, filters, sort, columns, shared_with, teams } = view
  return { name, filters, sort, columns, shared_with, ...(shared_with === 'teams' && { teams }) }
}
