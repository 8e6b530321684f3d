import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { categoriesQuery, queuesQuery, teamsQuery } from '../Categories/categories'
import { number } from '../lib/format'
import { currentLanguage, has, t } from '../lib/i18n'
import { staffQuery } from '../People/staff'
import { Icon } from '../ui/Icon'
import { facetNames, type FacetName, type Facets, type WordSearch } from './search'

interface FacetPanelProps {
  facets: Facets
  search: WordSearch
  atDesk: boolean
}

const most = 6

/** What the found tickets have in common, with how many: each is a link that narrows down, what is chosen can be taken back. */
export function FacetPanel({ facets, search, atDesk }: FacetPanelProps) {
  const wordsOf = useFacetWords(atDesk)
  const shown = facetNames.filter((name) => search[name] !== undefined || Object.keys(facets[name] ?? {}).length > 1)
  if (shown.length === 0) return null
  return (
    <nav className="find-facets" aria-label={t('find.narrow')}>
      {shown.map((name) => {
        const chosen = search[name]
        const { [name]: _, ...without } = search
        return (
          <section key={name} aria-labelledby={`facet-${name}`}>
            <h2 id={`facet-${name}`}>{t(`find.facet.${name}`)}</h2>
            <ul role="list">
              {chosen !== undefined ? (
                <li>
                  <Link className="find-facet find-chosen" to="/work/search" search={without} replace aria-label={t('find.remove', { name: t(`find.facet.${name}`), value: wordsOf(name, chosen) })}>
                    {wordsOf(name, chosen)}
                    <Icon name="close" />
                  </Link>
                </li>
              ) : (
                Object.entries(facets[name] ?? {})
                  .toSorted(([, one], [, other]) => other - one)
                  .slice(0, most)
                  .map(([value, count]) => (
                    <li key={value}>
                      <Link className="find-facet" to="/work/search" search={{ ...search, [name]: value }} replace>
                        {wordsOf(name, value)}
                        <span className="muted small">{number(count)}</span>
                      </Link>
                    </li>
                  ))
              )}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}

function useFacetWords(atDesk: boolean) {
  const queues = useQuery({ ...queuesQuery, enabled: !atDesk })
  const teams = useQuery({ ...teamsQuery, enabled: !atDesk })
  const categories = useQuery({ ...categoriesQuery, enabled: !atDesk })
  const staff = useQuery({ ...staffQuery, enabled: !atDesk })
  const lists = { queue: queues.data, team: teams.data, category: categories.data }
  return (name: FacetName, value: string): string => {
    if (name === 'assignee') return value === 'none' ? t('find.nobody') : (staff.data?.find((each) => each.id === value)?.name ?? t('queue.assigned'))
    if (name === 'tag') return value
    if (name === 'status' || name === 'priority') {
      const key = `${name}.${value}`
      return has(key) ? t(key) : value
    }
    return lists[name]?.items.find((each) => each.key === value)?.name[currentLanguage()] ?? value
  }
}
