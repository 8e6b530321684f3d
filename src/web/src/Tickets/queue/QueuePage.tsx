import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { announce } from '../../lib/announcer'
import { useCommands, type Command } from '../../lib/commands'
import { t } from '../../lib/i18n'
import { Icon } from '../../ui/Icon'
import { Page } from '../../ui/Page'
import { facetsQuery, listQuery, totalQuery } from '../list'
import { Chips } from './Chips'
import { Filters, filtersId } from './Filters'
import { QueueList } from './QueueList'
import { Sorting } from './Sorting'
import { useFilterWords } from './useFilterWords'
import { useNames } from './useNames'
import { useViews } from './useViews'
import { ViewChanged } from './ViewChanged'
import { ViewDialog } from './ViewDialog'
import { Views } from './Views'
import { differs, standardView, viewFrom, viewOf, withFilter, type FilterChange, type StoredView } from './views'
import './queue.css'

const route = getRouteApi('/work/work')
const ManageViews = lazy(async () => ({ default: (await import('./ManageViews')).ManageViews }))

export function QueuePage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const names = useNames()
  const list = useInfiniteQuery({ ...listQuery(search), placeholderData: keepPreviousData })
  const first = list.data?.pages[0]
  const exact = useQuery({ ...totalQuery(search), enabled: first?.total_is_more === true && !list.isPlaceholderData })
  const total = first === undefined ? null : { count: exact.data ?? first.total, more: first.total_is_more && exact.data === undefined }
  useSaidTotal(JSON.stringify(search), list.isPlaceholderData || total?.more === true ? null : (total?.count ?? null))
  const facets = useQuery({ ...facetsQuery(search), placeholderData: keepPreviousData })
  const words = useFilterWords(names.atDesk, facets.data)
  // Each choice is a step that Back takes back; what is being typed is one step.
  const change = (filter: FilterChange, typing = false) => void navigate({ search: withFilter(search, filter), replace: typing, resetScroll: false })
  const reset = () => void navigate({ search: standardView, resetScroll: false })
  const { views } = useViews()
  const view = viewOf(search, views)
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null)
  const command = (id: 'save' | 'manage', label: string): Command => ({ id: `queue.view.${id}`, label, group: t('queue.views'), run: () => setDialog(id) })
  const save = command('save', t('queue.view.save'))
  const manage = command('manage', t('queue.views.manage'))
  useCommands([save, manage])
  const open = (stored: StoredView, filtersToo: boolean) => {
    // Only a new name is no other list.
    if (filtersToo) void navigate({ search: viewFrom(stored).search, resetScroll: false })
  }
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
          <Views views={views} shown={view} save={save} manage={manage} />
        </div>
        <Filters
          search={search}
          facets={facets.data}
          words={words}
          change={change}
          atDesk={names.atDesk}
          total={total}
          reset={reset}
        />
        <QueueList
          list={list}
          search={search}
          names={names}
          total={total}
          sorting={<Sorting search={search} change={change} />}
          above={
            <>
              <Chips search={search} words={words} change={change} neighbour={filtersId} reset={reset} />
              {view !== null && differs(search, view) && (
                <ViewChanged key={view.key} view={view} search={search} onBack={() => void navigate({ search: view.search, resetScroll: false })} onSaveAs={() => setDialog('save')} />
              )}
            </>
          }
        />
      </div>
      {dialog === 'save' && <ViewDialog view={null} search={search} atDesk={names.atDesk} onClose={() => setDialog(null)} onSaved={open} />}
      <Suspense fallback={null}>
        {dialog === 'manage' && (
          <ManageViews
            search={search}
            atDesk={names.atDesk}
            onClose={() => setDialog(null)}
            onSaved={open}
            onDeleted={(gone) => {
              // Its filters stay: the list is what it was, only without a name.
              if (search.view === gone.key) void navigate({ search: withFilter(search, { view: undefined }), replace: true, resetScroll: false })
            }}
          />
        )}
      </Suspense>
    </Page>
  )
}

/** Another filter is no other page: how many tickets it leaves is said, once it is known. */
function useSaidTotal(which: string, total: number | null) {
  const said = useRef(which)
  useEffect(() => {
    if (total === null || said.current === which) return
    said.current = which
    announce(t('queue.total.said', { count: total }))
  }, [which, total])
}
