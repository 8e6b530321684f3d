import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../api/client'

export const notificationsQuery = queryOptions({
  queryKey: ['notifications', 'tickets'],
  queryFn: () => answerOf(api.GET('/api/v1/notifications/tickets', { params: { query: { limit: 50 } } })),
})

export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: async () => {
    const list = await answerOf(api.GET('/api/v1/notifications/tickets', { params: { query: { limit: 1 } } }))
    return list.unread
  },
})

export async function markRead(ticket: string): Promise<void> {
  await answerOf(api.POST('/api/v1/notifications/tickets/{id}/read', { params: { path: { id: ticket } } }))
}
