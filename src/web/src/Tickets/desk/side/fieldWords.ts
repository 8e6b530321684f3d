import { useQuery } from '@tanstack/react-query'
import { categoriesOf, queuesOf, teamsOf } from '../../../Categories/categories'
import { currentLanguage, t, type Key } from '../../../lib/i18n'
import { nameOf, type Person } from '../../ticket'
import { useTicketPlace } from '../place'
import type { Field } from '../threeWay'

const labels: Record<Field, Key> = {
  subject: 'field.subject',
  description: 'field.description',
  priority: 'field.priority',
  category: 'field.category',
  queue: 'ticket.queue',
  team: 'ticket.team',
  assignee: 'ticket.assignee',
  status: 'ticket.status',
  resolution_text: 'ticket.resolution',
}

/** What fields and their values are called. */
export function useFieldWords(people: Person[]) {
  const { tenant } = useTicketPlace()
  const categories = useQuery(categoriesOf(tenant))
  const queues = useQuery(queuesOf(tenant))
  const teams = useQuery(teamsOf(tenant))
  const listed = (items: { key: string; name: { de: string; en: string } }[] | undefined, key: string) =>
    items?.find((each) => each.key === key)?.name[currentLanguage()] ?? key
  return {
    label: (field: Field) => t(labels[field]),
    value(field: Field, value: string | null): string {
      if (value === null) return t('ticket.none')
      if (field === 'status') return t(`status.${value}` as Key)
      if (field === 'priority') return t(`priority.${value}` as Key)
      if (field === 'assignee') return nameOf(people, value) ?? t('somebody')
      if (field === 'category') return listed(categories.data?.items, value)
      if (field === 'queue') return listed(queues.data?.items, value)
      if (field === 'team') return listed(teams.data?.items, value)
      return value
    },
  }
}
