import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n'
import { sessionQuery } from '../../SignIn/session'
import { Icon } from '../../ui/Icon'
import { Page } from '../../ui/Page'
import { Skeleton } from '../../ui/Skeleton'
import { listQuery, statuses } from '../list'
import { TicketLines } from '../TicketLines'
import { FindTickets } from './FindTickets'

export function HomePage() {
  const session = useQuery(sessionQuery)
  const open = useInfiniteQuery(listQuery({ status: statuses.filter((each) => each !== 'closed') }))
  const tickets = open.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('home.title', { name: session.data?.account?.name ?? '' })}>
      <div className="row">
        <Link className="button button-primary" to="/tickets/new">
          <Icon name="plus" />
          {t('new.title')}
        </Link>
      </div>
      <FindTickets />
      <section className="stack" aria-labelledby="open-tickets">
        <div className="row row-apart">
          <h2 id="open-tickets">{t('home.open')}</h2>
          <Link className="button button-quiet" to="/tickets" search={{}}>
            {t('home.all')}
          </Link>
        </div>
        {open.isPending && <Skeleton lines={3} label={t('loading')} />}
        {open.isSuccess && tickets.length === 0 && <p className="card muted">{t('home.none')}</p>}
        <TicketLines tickets={tickets.slice(0, 10)} />
      </section>
    </Page>
  )
}
