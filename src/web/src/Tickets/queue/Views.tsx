import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n'
import type { ListSearch } from '../list'
import { viewOf, views } from './views'

/** Each is a link: it can be kept, sent on and opened in a tab of its own. */
export function Views({ search }: { search: ListSearch }) {
  const shown = viewOf(search)
  return (
    <nav className="queue-views" aria-label={t('queue.views')}>
      <ul role="list">
        {views.map((view) => (
          <li key={view.id}>
            <Link className="queue-view" to="/work" search={view.search} activeOptions={{ exact: true }} activeProps={{}} aria-current={view === shown ? 'page' : undefined}>
              {t(view.name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
