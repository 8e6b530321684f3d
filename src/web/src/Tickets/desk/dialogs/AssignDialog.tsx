import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf } from '../../../api/client'
import { currentLanguage, t } from '../../../lib/i18n'
import { useLater } from '../../../lib/useLater'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { TextField } from '../../../ui/Field'
import { Skeleton } from '../../../ui/Skeleton'
import type { Person, Ticket } from '../../ticket'
import { useTicketPlace, type TicketPlace } from '../place'
import type { ChangeTicket } from '../useChange'

const suggestionsQuery = (place: TicketPlace) =>
  queryOptions({
    queryKey: ['ticket', place.key, 'suggested-assignees'],
    queryFn: ({ signal }) =>
      answerOf(place.api.GET('/api/v1/tickets/{id}/suggested-assignees', { signal, params: { path: { id: place.number }, query: { limit: 5 } } })),
  })

export const peopleQuery = (place: Pick<TicketPlace, 'tenant' | 'api'>, words: string) =>
  queryOptions({
    queryKey: ['people', place.tenant, words],
    enabled: words.trim().length >= 2,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => answerOf(place.api.GET('/api/v1/users', { signal, params: { query: { q: words.trim(), limit: 20 } } })),
  })

interface AssignDialogProps {
  ticket: Ticket
  people: Person[]
  change: ChangeTicket
  onClose: () => void
}

/** Who could take it, with what speaks for them; and anybody else by name. */
export function AssignDialog({ ticket, change, onClose }: AssignDialogProps) {
  const place = useTicketPlace()
  const suggested = useQuery(suggestionsQuery(place))
  const [words, setWords] = useState('')
  const later = useLater(words)
  const found = useQuery(peopleQuery(place, later))
  const staff = (found.data?.items ?? []).filter((each) => each.role !== 'customer' && each.role !== 'operator')
  const give = (assignee: string | null, name: string) => {
    onClose()
    change.make(ticket, { assignee }, assignee === null ? t('assign.nobody.done') : t('assign.done', { name }))
  }
  return (
    <Dialog title={t('assign.title', { number: place.number })} open onClose={onClose} wide>
      <TextField id="assign-search" autoFocus autoComplete="off" label={t('assign.search')} value={words} onChange={(event) => setWords(event.target.value)} />
      {later.trim().length >= 2 ? (
        <>
          <p className="muted small" role="status">
            {t('search.count', { count: staff.length })}
          </p>
          <ul role="list" className="finder">
            {staff.map((each) => (
              <Candidate key={each.id} name={each.name} kept={each.id === ticket.assignee} why={[each.email]} onGive={() => give(each.id, each.name)} />
            ))}
          </ul>
        </>
      ) : (
        <section className="stack-small" aria-labelledby="suggested">
          <h3 id="suggested">{t('assign.suggested')}</h3>
          {suggested.data === undefined && <Skeleton lines={4} label={t('loading')} />}
          <ul role="list" className="finder">
            {suggested.data?.items.map((each) => (
              <Candidate
                key={each.user}
                name={each.name}
                kept={each.user === ticket.assignee}
                why={each.why.map((reason) => reason.words[currentLanguage()])}
                onGive={() => give(each.user, each.name)}
              />
            ))}
          </ul>
        </section>
      )}
      <div className="row">
        {ticket.assignee !== null && <Button onPress={() => give(null, '')}>{t('assign.nobody')}</Button>}
        <Button onPress={onClose}>{t('cancel')}</Button>
      </div>
    </Dialog>
  )
}

function Candidate({ name, why, kept, onGive }: { name: string; why: string[]; kept: boolean; onGive: () => void }) {
  return (
    <li className="candidate">
      <span className="stack-tight">
        <strong>{name}</strong>
        <span className="muted small">{why.join(' · ')}</span>
      </span>
      <Button aria-label={t('assign.to', { name })} refused={kept ? t('assign.kept') : null} onPress={onGive}>
        {t('assign.give')}
      </Button>
    </li>
  )
}
