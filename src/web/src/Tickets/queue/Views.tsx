import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { number } from '../../lib/format'
import type { Command } from '../../lib/commands'
import { t } from '../../lib/i18n'
import { useMedia } from '../../lib/useMedia'
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
  const narrow = useMedia('(width < 48rem)')
  const [open, setOpen] = useState(false)
  const title = useRef<HTMLElement>(null)
  const chosen = () => {
    if (!narrow) return
    // What was pressed is folded away with the rest.
    title.current?.focus()
    setOpen(false)
  }
  const all = (
    <>
      <nav className="queue-views" aria-label={t('queue.views')}>
        <ul role="list">
          {views.map((view) => {
            const count = counts.data?.get(view.key)
            return (
              <li key={view.key}>
                <Link
                  className="queue-view"
                  to="/work"
                  search={view.search}
                  activeOptions={{ exact: true }}
                  activeProps={{}}
                  aria-current={view === shown ? 'page' : undefined}
                  onClick={chosen}
                >
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
  if (!narrow) return all
  // On a phone the tickets come first.
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={title} className="summary-line">{shown === null ? t('queue.views') : t('queue.views.shown', { name: shown.name })}</summary>
      {all}
    </details>
  )
}
