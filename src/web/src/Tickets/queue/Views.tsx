import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { number } from '../../lib/format'
import type { Command } from '../../lib/commands'
import { t } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { countsQuery, type View } from './views'

interface ViewsProps {
  views: readonly View[]
  shown: View | null
  save: Command
  manage: Command
}

/** Each is a link: it can be kept, sent on and opened in a tab of its own. Beside it stands how many tickets it shows. */
export function Views({ views, shown, save, manage }: ViewsProps) {
  const counts = useQuery(countsQuery)
  return (
    <>
      <nav className="queue-views" aria-label={t('queue.views')}>
        <ul role="list">
          {views.map((view) => {
            const count = counts.data?.get(view.key)
            return (
              <li key={view.key}>
                <Link className="queue-view" to="/work" search={view.search} activeOptions={{ exact: true }} activeProps={{}} aria-current={view === shown ? 'page' : undefined}>
                  <span className="queue-view-name">{view.name}</span>
                  {count && <span className="queue-count">{number(count.count) + (count.count_is_more ? '+' : '')}</span>}
                </Link>
              </li>
            )
          })}
        </ul>
      </nav>
      <div className="queue-views-acts">
        <Button kind="quiet" onPress={save.run}>
          <Icon name="plus" />
          {save.label}
        </Button>
        <Button kind="quiet" onPress={manage.run}>
          <Icon name="pencil" />
          {manage.label}
        </Button>
      </div>
    </>
  )
}
