import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { number } from '../../lib/format'
import { t } from '../../lib/i18n'
import { countsQuery, type View } from './views'

/** Each is a link: it can be kept, sent on and opened in a tab of its own. Beside it stands how many tickets it shows. */
export function Views({ views, shown }: { views: readonly View[]; shown: View | null }) {
  const counts = useQuery(countsQuery)
  return (
    <nav className="queue-views" aria-label={t('queue.views')}>
      <ul role="list">
        {views.map((view) => {
          const count = counts.data?.get(view.key)
          return (
            <li key={view.key}>
              <Link className="queue-view" to="/work" search={view.search} activeOptions={{ exact: true }} activeProps={{}} aria-current={view === shown ? 'page' : undefined}>
                <span>{view.name}</span>
                {count && <span className="queue-count">{number(count.count) + (count.count_is_more ? '+' : '')}</span>}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
