import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n'
import { ErrorPage } from '../../Problems/ErrorPage'
import { Page } from '../../ui/Page'
import { Skeleton } from '../../ui/Skeleton'
import { ticketQuery } from '../ticket'
import { InPlace, usePlaceOf } from './place'
import { Workplace } from './Workplace'
import './desk.css'

const own = getRouteApi('/work/work/tickets/$number')
const desk = getRouteApi('/work/t/$slug/tickets/$number')

export function TicketPage() {
  const { number } = own.useParams()
  return <TicketAt number={number} tenant={null} />
}

export function DeskTicketPage() {
  const { number, slug } = desk.useParams()
  return <TicketAt number={number} tenant={slug} />
}

function TicketAt({ number, tenant }: { number: string; tenant: string | null }) {
  const place = usePlaceOf(number, tenant)
  const ticket = useQuery(ticketQuery(number, tenant))
  if (ticket.error && !ticket.data) return <ErrorPage error={ticket.error} reset={() => void ticket.refetch()} />
  const above = (
    <nav aria-label={t('crumbs')} className="row small ticket-crumbs">
      <Link to="/work" search={{}}>
        {t('nav.queue')}
      </Link>
      {place.tenantName !== null && <span className="ticket-tenant">{place.tenantName}</span>}
      <span className="muted">{number}</span>
    </nav>
  )
  // Another ticket is another page: nothing that was typed or chosen here goes along.
  return (
    <InPlace key={place.key} value={place}>
      <Page title={ticket.data?.subject ?? number} of={place.tenantName} width="wide" above={above}>
        {ticket.data ? <Workplace ticket={ticket.data} /> : <Skeleton lines={8} label={t('loading')} />}
      </Page>
    </InPlace>
  )
}
