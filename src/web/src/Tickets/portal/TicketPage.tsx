import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { dateTime } from '../../lib/format'
import { t } from '../../lib/i18n'
import { sessionQuery } from '../../SignIn/session'
import { Page } from '../../ui/Page'
import { Skeleton } from '../../ui/Skeleton'
import { ErrorPage } from '../../Problems/ErrorPage'
import { Conversation } from '../Conversation'
import { History } from '../History'
import { StatusBadge } from '../StatusBadge'
import { commentsQuery, ticketQuery } from '../ticket'
import { useCommentNews } from '../useCommentNews'
import { ConfirmEarly, CustomerActs } from './CustomerActs'
import { Mute } from './Mute'
import { Reply } from './Reply'
import { SinceLast } from './SinceLast'

const route = getRouteApi('/own/tickets/$number')

export function TicketPage() {
  const { number } = route.useParams()
  const ticket = useQuery(ticketQuery(number))
  const comments = useInfiniteQuery(commentsQuery(number))
  const session = useQuery(sessionQuery)
  useCommentNews(comments.data?.items, session.data?.account?.id ?? '')
  // What was read stays readable, whatever becomes of the connection.
  if (ticket.error && !ticket.data) return <ErrorPage error={ticket.error} reset={() => void ticket.refetch()} />
  if (!ticket.data)
    return (
      <Page key={number} title={number}>
        <Skeleton lines={6} label={t('loading')} />
      </Page>
    )
  const people = [...(ticket.data.people ?? []), ...(comments.data?.people ?? [])]
  return (
    <Page
      key={number}
      title={ticket.data.subject}
      above={
        <nav aria-label={t('crumbs')} className="row small">
          <Link to="/tickets" search={{}}>
            {t('tickets.title')}
          </Link>
          <span className="muted">{ticket.data.number}</span>
        </nav>
      }
    >
      <div className="row">
        <StatusBadge status={ticket.data.status} plain />
        <span className="muted small">{t('opened', { when: dateTime(ticket.data.created_at) })}</span>
      </div>
      <SinceLast ticket={ticket.data} comments={comments.data?.items} reader={session.data?.account?.id ?? ''} />
      <CustomerActs ticket={ticket.data} />
      <Conversation
        ticket={ticket.data}
        comments={comments.data?.items ?? []}
        people={people}
        reader={session.data?.account?.id ?? ''}
        hidden={comments.data?.hidden ?? 0}
        busy={comments.isFetchingNextPage}
        onEarlier={() => void comments.fetchNextPage()}
      />
      <Reply ticket={ticket.data} />
      <ConfirmEarly ticket={ticket.data} />
      <Mute ticket={ticket.data} />
      <History number={number} />
    </Page>
  )
}
