import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../api/client'
import { wordsOf } from '../lib/faults'
import { dateTime } from '../lib/format'
import { t } from '../lib/i18n'
import { Button } from '../ui/Button'
import { toast } from '../ui/toast'
import { noticesQuery } from './notifications'

/** What is told of no ticket: for those who answer for the municipality's licence, mail and domains. */
export function Notices({ show }: { show: 'unread' | undefined }) {
  const client = useQueryClient()
  const notices = useQuery(noticesQuery)
  const read = useMutation({
    mutationFn: (id: string) => answerOf(api.POST('/api/v1/notifications/{id}/read', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
    onError: (error) => toast(wordsOf(error)),
  })
  const shown = (notices.data ?? []).filter((each) => show === undefined || each.read_at === null)
  if (shown.length === 0) return null
  return (
    <section className="stack-small" aria-labelledby="notices">
      <h2 id="notices">{t('bell.notices')}</h2>
      <ul role="list" className="ticket-list">
        {shown.map((each) => (
          <li key={each.id} className="ticket-line">
            <span>
              <strong>{t(`bell.kind.${each.kind}`)}</strong>{' '}
              <span className="muted small">
                {each.count > 1 && `${t('bell.count', { count: each.count })} · `}
                {dateTime(each.at)}
              </span>
            </span>
            {each.read_at === null && <Button onPress={() => read.mutate(each.id)}>{t('bell.read')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  )
}
