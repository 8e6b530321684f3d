import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schemas } from '../api/client'

export type Me = Schemas['MeResponse']

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => answerOf(api.GET('/api/v1/me')) })

export function changeMe(changes: Schemas['ChangeMeRequest']): Promise<Me> {
  return answerOf(api.PATCH('/api/v1/me', { body: changes }))
}
