import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { wordsOf } from '../lib/faults'
import { t } from '../lib/i18n'
import { placeQuery } from '../Tenants/place'
import { Button } from '../ui/Button'
import { CommandButton } from '../ui/CommandButton'
import { useCommands, type Command } from '../lib/commands'
import { Select } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { Skeleton } from '../ui/Skeleton'
import { toast } from '../ui/toast'
import { Notices } from './Notices'
import { markAllRead, notificationsQuery, ticketKinds } from './notifications'
import { NotifiedLine } from './NotifiedLine'
import './notifications.css'

const route = getRouteApi('/work/work/notifications')

export function NotificationsPage() {
  const client = useQueryClient()
  const { show, kind } = route.useSearch()
  const navigate = route.useNavigate()
  const atDesk = useQuery(placeQuery).data?.host === 'desk'
  const list = useInfiniteQuery(notificationsQuery(show))
  const unread = list.data?.pages[0]?.unread ?? 0
  const entries = (list.data?.pages.flatMap((page) => page.items) ?? []).filter((each) => kind === undefined || each.kinds.includes(kind))
  const readAll = useMutation({
    mutationFn: () => markAllRead(client),
    onSuccess: () => toast(t('bell.read.done')),
    onError: (error) => toast(wordsOf(error)),
  })
  const all: Command = {
    id: 'bell.all',
    label: t('bell.read.all'),
    run: () => readAll.mutate(),
    group: t('bell.title'),
    refused: unread === 0 ? t('bell.unread', { count: 0 }) : null,
  }
  // Over several municipalities each ticket is read in the name of its own.
  useCommands(atDesk ? [] : [all])
  return (
    <Page title={t('bell.title')} width="wide" acts={!atDesk && unread > 0 && <CommandButton command={all} icon="check" busy={readAll.isPending} />}>
      <p className="muted" role="status">
        {list.isSuccess && t('bell.unread', { count: unread })}
      </p>
      <div className="bell-filters">
        <nav aria-label={t('bell.show')} className="row">
          {(['all', 'unread'] as const).map((each) => (
            <Link
              key={each}
              className="header-link"
              to="/work/notifications"
              search={{ ...(kind && { kind }), ...(each === 'unread' && { show: each }) }}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {t(`bell.show.${each}`)}
            </Link>
          ))}
        </nav>
        <Select
          label={t('bell.reason')}
          value={kind ?? ''}
          onChange={(event) => {
            const next = ticketKinds.find((each) => each === event.target.value)
            void navigate({ search: { ...(show && { show }), ...(next && { kind: next }) }, replace: true, resetScroll: false })
          }}
        >
          <option value="">{t('bell.reason.all')}</option>
          {ticketKinds.map((each) => (
            <option key={each} value={each}>
              {t(`bell.kind.${each}`)}
            </option>
          ))}
        </Select>
      </div>
      {list.error && (
        <Notice tone="danger">
          <p>{wordsOf(list.error)}</p>
          <Button onPress={() => void list.refetch()}>{t('error.again')}</Button>
        </Notice>
      )}
      {list.isPending && <Skeleton lines={6} label={t('loading')} />}
      {list.isSuccess && entries.length === 0 && <p className="card muted">{t('bell.none')}</p>}
      {entries.length > 0 && (
        <ul role="list" className="ticket-list" aria-label={t('bell.title')}>
          {entries.map((each) => (
            <NotifiedLine key={each.ticket} entry={each} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div>
          <Button busy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      {!atDesk && kind === undefined && <Notices show={show} />}
      <p>
        <Link className="button button-quiet" to="/account/notifications">{t('bell.settings')}</Link>
      </p>
    </Page>
  )
}
