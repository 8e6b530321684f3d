import { useQuery } from '@tanstack/react-query'
import { queuesQuery } from '../../Categories/categories'
import { currentLanguage, t } from '../../lib/i18n'
import { staffQuery } from '../../People/staff'
import { sessionQuery } from '../../SignIn/session'
import { placeQuery } from '../../Tenants/place'
import type { TicketItem } from '../list'

export interface Names {
  assignee: (ticket: TicketItem) => string
  requester: (ticket: TicketItem) => string | null
  queue: (ticket: TicketItem) => string | null
  /** Whose ticket it is, in lists over several municipalities. */
  tenant: (ticket: TicketItem) => string | null
  atDesk: boolean
}

/** What ids and keys are called. At the desk every municipality has its own queues and people, so their names come with the list. */
export function useNames(): Names {
  const session = useQuery(sessionQuery)
  const place = useQuery(placeQuery)
  const atDesk = place.data?.host === 'desk'
  const staff = useQuery({ ...staffQuery, enabled: place.data !== undefined && !atDesk })
  const queues = useQuery({ ...queuesQuery, enabled: place.data !== undefined && !atDesk })
  return {
    atDesk,
    assignee: ({ assignee, assignee_name }) => {
      if (assignee === null) return t('queue.nobody')
      if (assignee === session.data?.account?.id) return t('queue.me')
      return assignee_name ?? staff.data?.find((each) => each.id === assignee)?.name ?? t('queue.assigned')
    },
    requester: ({ requester_name }) => requester_name ?? null,
    queue: ({ queue }) => (queue == null ? null : (queues.data?.items.find((each) => each.key === queue)?.name[currentLanguage()] ?? queue)),
    tenant: ({ tenant, tenant_name }) => {
      if (tenant == null) return null
      return tenant_name ?? session.data?.tenants.find((each) => each.slug === tenant)?.name ?? tenant
    },
  }
}
