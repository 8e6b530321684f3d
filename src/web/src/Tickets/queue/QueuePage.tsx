import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { t } from '../../lib/i18n'
import { Icon } from '../../ui/Icon'
import { Page } from '../../ui/Page'
import { listQuery, totalQuery } from '../list'
import { FilterPanel } from './FilterPanel'
import { QueueList } from './QueueList'
import { Sorting } from './Sorting'
import { useNames } from './useNames'
import { Views } from './Views'
import { viewFrom, viewOf, viewsQuery, withFilter } from './views'
import './queue.css'

const route = getRouteApi('/work/work')

export function QueuePage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const names = useNames()
  const list = useInfiniteQuery({ ...listQuery(search), placeholderData: keepPreviousData })
  const first = list.data?.pages[0]
  const exact = useQuery({ ...totalQuery(search), enabled: first?.total_is_more === true && !list.isPlaceholderData })
  const change = (filter: Parameters<typeof withFilter>[1]) => void navigate({ search: withFilter(search, filter), replace: true, resetScroll: false })
  const kept = useQuery(viewsQuery)
  const views = useMemo(() => (kept.data ?? []).map(viewFrom), [kept.data])
  const view = viewOf(search, views)
  const [shown] = useState(filters.shown)
  return (
    <Page
      width="full"
      title={view === null ? t('queue.title') : view.name}
      acts={
        <Link className="button button-primary" to="/work/new">
          <Icon name="plus" />
          {t('queue.new')}
        </Link>
      }
    >
      <div className="queue">
        <div className="queue-side">
          <Views views={views} shown={view} />
        </div>
        <details className="queue-filter" open={shown} onToggle={(event) => filters.show(event.currentTarget.open)}>
          <summary className="summary-line">
            <h2>{t('queue.filter')}</h2>
          </summary>
          <FilterPanel search={search} change={change} atDesk={names.atDesk} />
          {view === null && (
            <Link className="button button-quiet" to="/work" search={{}}>
              {t('queue.filter.reset')}
            </Link>
          )}
        </details>
        <QueueList
          list={list}
          search={search}
          names={names}
          total={first === undefined ? null : { count: exact.data ?? first.total, more: first.total_is_more && exact.data === undefined }}
          sorting={<Sorting search={search} change={change} />}
        />
      </div>
    </Page>
  )
}

const place = 'helpdesk.filters'

/** Beside the list there is room for the filters; below it they would push it away. Whoever folds them finds them folded. */
const filters = {
  shown: () => (window.matchMedia?.('(width >= 48rem)').matches ?? true) && localStorage.getItem(place) !== 'folded',
  show: (open: boolean) => localStorage.setItem(place, open ? 'shown' : 'folded'),
}
