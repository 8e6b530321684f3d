import { useQuery } from '@tanstack/react-query'
import { categoriesQuery, queuesQuery, teamsQuery } from '../../Categories/categories'
import { dateTime } from '../../lib/format'
import { currentLanguage, has, t } from '../../lib/i18n'
import { staffQuery } from '../../People/staff'
import { sessionQuery } from '../../SignIn/session'
import type { Facets } from '../list'
import type { Chip } from './chips'

export type NamedList = 'queue' | 'team' | 'category'

/** What filters and their values are called. At the desk each municipality has its own lists: there a key is called by itself. */
export function useFilterWords(atDesk: boolean, facets: Facets | undefined) {
  const lists = {
    queue: useQuery({ ...queuesQuery, enabled: !atDesk }).data?.items,
    team: useQuery({ ...teamsQuery, enabled: !atDesk }).data?.items,
    category: useQuery({ ...categoriesQuery, enabled: !atDesk }).data?.items,
  }
  const staff = useQuery({ ...staffQuery, enabled: !atDesk })
  const tenants = useQuery(sessionQuery).data?.tenants ?? []
  const assignee = (value: string) => {
    if (value === 'me') return t('queue.me')
    if (value === 'none') return t('queue.nobody')
    return staff.data?.find((each) => each.id === value)?.name ?? facets?.assignee.find((each) => each.value === value)?.name ?? t('queue.assigned')
  }
  const named = (name: NamedList, value: string) => lists[name]?.find((each) => each.key === value)?.name[currentLanguage()] ?? value
  const valueOf = (name: Chip['name'], value: string): string => {
    switch (name) {
      case 'status':
      case 'priority': {
        const key = `${name}.${value}`
        return has(key) ? t(key) : value
      }
      case 'sla': {
        const key = `queue.sla.${value}`
        return has(key) ? t(key) : value
      }
      case 'assignee':
        return assignee(value)
      case 'queue':
      case 'team':
      case 'category':
        return named(name, value)
      case 'requester':
        return value === 'me' ? t('queue.me') : value.includes('@') ? value : t('queue.requester.one')
      case 'unread':
      case 'reopen_requested':
        return t(value === 'true' ? 'queue.yes' : 'queue.no')
      case 'created_from':
      case 'created_to':
      case 'updated_from':
      case 'updated_to':
      case 'due_before':
        return Number.isNaN(Date.parse(value)) ? value : dateTime(value)
      case 'tenant':
        return tenants.find((each) => each.slug === value)?.name ?? value
      case 'tag':
      case 'q':
        return value
    }
  }
  return {
    lists,
    staff: staff.data,
    /** Those that are served, by slug; more than one only at the desk. */
    tenants: tenants.map((each) => each.slug),
    valueOf,
    chip: (each: Pick<Chip, 'name' | 'value'>) => t('queue.chip', { name: t(`queue.chip.${each.name}`), value: valueOf(each.name, each.value) }),
  }
}

export type FilterWords = ReturnType<typeof useFilterWords>
