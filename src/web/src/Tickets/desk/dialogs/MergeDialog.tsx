import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, newOperation } from '../../../api/client'
import { dateTime } from '../../../lib/format'
import { t } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { toast } from '../../../ui/toast'
import { wordsOf } from '../../../lib/faults'
import { StatusBadge } from '../../StatusBadge'
import { nameOf, refresh, ticketQuery, type Ticket } from '../../ticket'
import { useTicketPlace, type TicketPlace } from '../place'
import { ifMatch, useAct } from '../useAct'
import { useOpenTicket } from '../useStep'
import { TicketFinder, type Found } from './TicketFinder'

interface DialogProps {
  ticket: Ticket
  onClose: () => void
}

const unmerge = (place: TicketPlace, operation: string) =>
  answerOf(place.api.DELETE('/api/v1/tickets/{id}/merge', { params: { path: { id: place.number }, header: { 'Idempotency-Key': operation } } }))

/** This ticket goes on as another one: which, what that means, and the way back. */
export function MergeDialog({ ticket, onClose }: DialogProps) {
  const place = useTicketPlace()
  const open = useOpenTicket()
  const client = useQueryClient()
  const [target, setTarget] = useState<Found | null>(null)
  const [missing, setMissing] = useState(false)
  const back = newOperation()
  const act = useAct(place, ticket, {
    send: (now, operation) =>
      answerOf(
        place.api.POST('/api/v1/tickets/{id}/merge', {
          params: { path: { id: place.number }, header: { ...ifMatch(now), 'Idempotency-Key': operation } },
          body: { target: target?.number ?? '' },
        }),
      ),
    done: t('merge.done', { number: place.number, target: target?.number ?? '' }),
    undo: {
      label: t('merge.undo'),
      run: () =>
        void unmerge(place, back).then(
          async () => {
            toast(t('merge.undone'))
            await refresh(client, place.number, place.tenant)
            await open(place.number, place.tenant)
          },
          (error: unknown) => toast(wordsOf(error)),
        ),
    },
    onDone: () => {
      onClose()
      if (target !== null) void open(target.number, place.tenant)
    },
  })
  return (
    <Dialog title={t('merge.title', { number: place.number })} open onClose={onClose} wide>
      <TicketFinder label={t('merge.find')} chosen={target} onChosen={setTarget} error={missing && target === null ? t('merge.missing') : null} />
      {target !== null && <Preview ticket={ticket} target={target} />}
      {act.fault && (
        <p className="field-error" role="alert">
          {act.fault}
        </p>
      )}
      <div className="row">
        <Button
          kind="primary"
          busy={act.busy}
          onPress={() => {
            setMissing(true)
            if (target !== null) act.run()
          }}
        >
          {t('ticket.act.merge')}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </div>
    </Dialog>
  )
}

function Preview({ ticket, target }: { ticket: Ticket; target: Found }) {
  const place = useTicketPlace()
  const other = useQuery(ticketQuery(target.number, place.tenant))
  if (!other.data) return null
  const requester = nameOf(other.data.people ?? [], other.data.requester) ?? t('somebody')
  return (
    <section className="card stack-small" aria-labelledby="merge-preview">
      <h3 id="merge-preview">{t('merge.preview')}</h3>
      <div className="row">
        <StatusBadge status={other.data.status} />
        <span className="muted small">{t('merge.of', { name: requester, when: dateTime(other.data.created_at) })}</span>
      </div>
      <ul>
        <li>{t('merge.effect.goes', { number: place.number, target: target.number })}</li>
        <li>{t('merge.effect.words')}</li>
        {other.data.requester !== ticket.requester && <li>{t('merge.effect.requester', { name: requester })}</li>}
        <li>{t('merge.effect.undo')}</li>
      </ul>
    </section>
  )
}

export function UnmergeDialog({ ticket, onClose }: DialogProps) {
  const place = useTicketPlace()
  const act = useAct(place, ticket, { send: (_, operation) => unmerge(place, operation), done: t('merge.undone'), onDone: onClose })
  return (
    <Dialog title={t('merge.undo.title')} open onClose={onClose}>
      <p>{t('merge.undo.text', { number: place.number, target: ticket.merged_into?.number ?? '' })}</p>
      {act.fault && (
        <p className="field-error" role="alert">
          {act.fault}
        </p>
      )}
      <div className="row">
        <Button kind="primary" busy={act.busy} onPress={act.run}>
          {t('ticket.act.unmerge')}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </div>
    </Dialog>
  )
}
