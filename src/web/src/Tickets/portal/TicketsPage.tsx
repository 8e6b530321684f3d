import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Page } from '../../ui/Page'
import { Skeleton } from '../../ui/Skeleton'
import { listQuery, statuses } from '../list'
import { TicketLines } from '../TicketLines'

const route = getRouteApi('/own/tickets')

export function TicketsPage() {
  const closed = route.useSearch().show === 'closed'
  const list = useInfiniteQuery(listQuery({ status: closed ? ['closed'] : statuses.filter((each) => each !== 'closed') }))
  const tickets = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page
      title={t('tickets.title')}
      acts={
        <Link className="button button-primary" to="/tickets/new">
          <Icon name="plus" />
          {t('new.title')}
        </Link>
      }
    >
      <nav className="row" aria-label={t('tickets.show')}>
        <Link className="header-link" to="/tickets" search={{}} activeOptions={{ exact: true, includeSearch: true }}>
          {t('tickets.open')}
        </Link>
        <Link className="header-link" to="/tickets" search={{ show: 'closed' }} activeOptions={{ exact: true, includeSearch: true }}>
          {t('tickets.closed')}
        </Link>
      </nav>
      {list.isPending && <Skeleton lines={5} label={t('loading')} />}
      {list.isSuccess && tickets.length === 0 && <p className="card muted">{t(closed ? 'tickets.none.closed' : 'home.none')}</p>}
      <TicketLines tickets={tickets} />
      {list.hasNextPage && (
        <div>
          <Button busy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  )
}
