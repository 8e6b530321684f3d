import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, newOperation, type Schemas } from '../../../api/client'
import { wordsOf } from '../../../lib/faults'
import { keepFocus } from '../../../lib/focus'
import { date, span } from '../../../lib/format'
import { t } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { toast } from '../../../ui/toast'
import { nameOf, type Person } from '../../ticket'
import { useTicketPlace, type TicketPlace } from '../place'
import { TimeForm } from './TimeForm'

export type TimeEntry = Schemas['TimeEntryResponse']

export const timeQuery = (place: TicketPlace) =>
  queryOptions({
    queryKey: ['ticket', place.key, 'time'],
    queryFn: ({ signal }) =>
      answerOf(place.api.GET('/api/v1/tickets/{id}/time-entries', { signal, params: { path: { id: place.number }, query: { limit: 200 } } })),
  })

const worked = (minutes: number) => span(minutes * 60_000)

/** How long was worked on it: one's own entries, for those who lead all. */
export function TimePanel({ people }: { people: Person[] }) {
  const place = useTicketPlace()
  const entries = useQuery(timeQuery(place))
  const [edited, setEdited] = useState<string | null>(null)
  return (
    <section className="panel panel-plain" aria-labelledby="time">
      <h2 id="time" className="panel-title">
        {t('time.title')}
      </h2>
      {entries.data && entries.data.total > 0 && (
        <p className="small">{t('time.sum', { sum: worked(entries.data.minutes), count: entries.data.total })}</p>
      )}
      <ul role="list" className="stack-small">
        {entries.data?.items.map((entry) => (
          <li key={entry.id}>
            {edited === entry.id ? (
              <TimeForm entry={entry} 
                onDone={() => {
                  setEdited(null)
                  keepFocus('time-add')
                }}
 />
            ) : (
              <Entry entry={entry} name={entry.user === place.account ? null : nameOf(people, entry.user)} onEdit={() => setEdited(entry.id)} />
            )}
          </li>
        ))}
      </ul>
      <details>
        <summary id="time-add" className="summary-line">
          {t('ticket.act.time')}
        </summary>
        <TimeForm />
      </details>
    </section>
  )
}

function Entry({ entry, name, onEdit }: { entry: TimeEntry; name: string | null; onEdit: () => void }) {
  const place = useTicketPlace()
  const client = useQueryClient()
  const what = `${worked(entry.minutes)}, ${date(entry.worked_on)}`
  const remove = useMutation({
    mutationFn: (operation: string) =>
      answerOf(
        place.api.DELETE('/api/v1/tickets/{id}/time-entries/{entry}', {
          params: { path: { id: place.number, entry: entry.id }, header: { 'If-Match': `"${entry.version}"`, 'Idempotency-Key': operation } },
        }),
      ),
    onSuccess: () => toast(t('time.removed')),
    onError: (error) => toast(wordsOf(error)),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['ticket', place.key] })
      keepFocus('time-add')
    },
  })
  return (
    <div className="time-entry">
      <span className="stack-tight">
        <span>
          {what}
          {name !== null && ` · ${name}`}
        </span>
        <span className="muted small">
          {entry.note} {entry.note !== null && '· '}
          {t(entry.billable ? 'time.billable' : 'time.free')}
        </span>
      </span>
      <span className="row">
        <Button kind="quiet" aria-label={t('time.edit.of', { what })} onPress={onEdit}>
          {t('time.edit')}
        </Button>
        <Button kind="quiet" aria-label={t('time.remove.of', { what })} busy={remove.isPending} onPress={() => remove.mutate(newOperation())}>
          {t('time.remove')}
        </Button>
      </span>
    </div>
  )
}
