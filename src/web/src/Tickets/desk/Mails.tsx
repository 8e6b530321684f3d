import { queryOptions, useQuery } from '@tanstack/react-query'
import { answerOf, type Schemas } from '../../api/client'
import { dateTime } from '../../lib/format'
import { t } from '../../lib/i18n'
import { Badge, type Tone } from '../../ui/Badge'
import type { IconName } from '../../ui/Icon'
import { Notice } from '../../ui/Notice'
import { useTicketPlace, type TicketPlace } from './place'

type Mail = Schemas['OutgoingMailResponse']

const mailsQuery = (place: TicketPlace) =>
  queryOptions({
    queryKey: ['ticket', place.key, 'mails'],
    queryFn: ({ signal }) =>
      answerOf(place.api.GET('/api/v1/tickets/{id}/mails', { signal, params: { path: { id: place.number }, query: { limit: 50 } } })),
    // While one waits, what becomes of it is asked for.
    refetchInterval: (query) => (query.state.data?.items.some((each) => waiting.has(each.state)) ? 10_000 : false),
  })

const waiting = new Set<Mail['state']>(['queued', 'delayed', 'waiting', 'held'])
const looks: Record<Mail['state'], { icon: IconName; tone: Tone }> = {
  queued: { icon: 'clock', tone: 'neutral' },
  held: { icon: 'pause', tone: 'neutral' },
  waiting: { icon: 'clock', tone: 'neutral' },
  sent: { icon: 'check', tone: 'success' },
  written: { icon: 'check', tone: 'success' },
  delayed: { icon: 'warning', tone: 'warning' },
  failed: { icon: 'error', tone: 'danger' },
  dropped: { icon: 'close', tone: 'neutral' },
}

/** An answer that did not arrive is seen before the next one is written. */
export function MailTrouble() {
  const place = useTicketPlace()
  const mails = useQuery(mailsQuery(place))
  const failed = mails.data?.items.filter((each) => each.state === 'failed') ?? []
  if (failed.length === 0) return null
  return (
    <Notice tone="danger">
      <ul role="list">
        {failed.map((each) => (
          <li key={each.id}>
            {t('mails.failed', { to: each.to, when: dateTime(each.created_at) })} {each.reason_text ?? each.last_error}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

export function Mails() {
  const place = useTicketPlace()
  const mails = useQuery(mailsQuery(place))
  if (!mails.data || mails.data.items.length === 0) return <p className="muted small">{t('mails.none')}</p>
  return (
    <ul role="list" className="stack-small">
      {mails.data.items.map((mail) => (
        <li key={mail.id} className="stack-tight">
          <span className="row">
            <Badge icon={looks[mail.state].icon} tone={looks[mail.state].tone}>
              {t(`mails.state.${mail.state}`)}
            </Badge>
            <time className="muted small" dateTime={mail.sent_at ?? mail.created_at}>
              {dateTime(mail.sent_at ?? mail.created_at)}
            </time>
          </span>
          <span className="small">
            {mail.to}
            {mail.subject !== '' && ` · ${mail.subject}`}
          </span>
          {mail.reason_text !== null && <span className="muted small">{mail.reason_text}</span>}
        </li>
      ))}
    </ul>
  )
}
