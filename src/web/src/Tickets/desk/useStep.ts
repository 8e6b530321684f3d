import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { neighbours } from './neighbours'
import type { TicketPlace } from './place'

/** To the next or the previous ticket of the list one came from; without one, back to the list. */
export function useStep(place: TicketPlace) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return (way: 'next' | 'previous') => {
    const to = neighbours(client, place)[way]
    if (to === null) return navigate({ to: '/work' })
    return to.tenant
      ? navigate({ to: '/t/$slug/tickets/$number', params: { slug: to.tenant, number: to.number } })
      : navigate({ to: '/work/tickets/$number', params: { number: to.number } })
  }
}

export function useOpenTicket() {
  const navigate = useNavigate()
  return (number: string, tenant: string | null) =>
    tenant === null
      ? navigate({ to: '/work/tickets/$number', params: { number } })
      : navigate({ to: '/t/$slug/tickets/$number', params: { slug: tenant, number } })
}
