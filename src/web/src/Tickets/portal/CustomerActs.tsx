import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { answerOf, api, newOperation } from '../../api/client'
import { allWordsOf, wordsOf } from '../../lib/faults'
import { t } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { TextArea } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { toast } from '../../ui/toast'
import { may, refresh, type Ticket } from '../ticket'
import { Rate } from './Rate'

/** What its customer may say about the whole ticket: it is solved, or it is not. */
export function CustomerActs({ ticket }: { ticket: Ticket }) {
  return (
    <>
      {ticket.merged_into !== null && (
        <Notice>
          <p>
            {t('merged.on')}{' '}
            <Link to="/tickets/$number" params={{ number: ticket.merged_into.number }}>
              {ticket.merged_into.number}
            </Link>
          </p>
        </Notice>
      )}
      {may(ticket, 'confirm') && ticket.status === 'resolved' && <Confirm ticket={ticket} />}
      {may(ticket, 'reopen') && <Reopen ticket={ticket} />}
      {ticket.reopen_requested_at !== null && <Notice>{t('reopen.asked')}</Notice>}
      {may(ticket, 'rate') && <Rate ticket={ticket} />}
    </>
  )
}

/** Nobody asks yet, but it may have solved itself. */
export function ConfirmEarly({ ticket }: { ticket: Ticket }) {
  return may(ticket, 'confirm') && ticket.status !== 'resolved' ? <Confirm ticket={ticket} early /> : null
}

function Confirm({ ticket, early }: { ticket: Ticket; early?: boolean }) {
  const client = useQueryClient()
  const [operation] = useState(newOperation)
  const confirm = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/tickets/{id}/confirm', {
          params: { path: { id: ticket.number }, header: { 'Idempotency-Key': operation } },
          body: {},
        }),
      ),
    onSuccess: () => {
      toast(t('confirm.done'))
      return refresh(client, ticket.number)
    },
  })
  return (
    <Notice tone={early ? 'info' : 'success'}>
      <p>{t(early ? 'confirm.early' : 'confirm.question')}</p>
      <Button kind={early ? 'plain' : 'primary'} busy={confirm.isPending} onPress={() => confirm.mutate()}>
        {t('confirm.submit')}
      </Button>
      {confirm.error && (
        <p className="field-error" role="alert">
          {wordsOf(confirm.error)}
        </p>
      )}
    </Notice>
  )
}

function Reopen({ ticket }: { ticket: Ticket }) {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const [operation] = useState(newOperation)
  const reopen = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/tickets/{id}/reopen', {
          params: { path: { id: ticket.number }, header: { 'Idempotency-Key': operation } },
          body: { ...(why.trim() !== '' && { reason: why.trim() }) },
        }),
      ),
    onSuccess: () => {
      setOpen(false)
      setWhy('')
      toast(t('reopen.done'))
      return refresh(client, ticket.number)
    },
  })
  const fault = reopen.error === null ? null : allWordsOf(reopen.error)
  const faults = useMemo(() => (fault === null ? [] : [{ field: 'why', text: fault }]), [fault])
  return (
    <div>
      <Button onPress={() => setOpen(true)}>{t('reopen.open')}</Button>
      <Dialog title={t('reopen.title')} open={open} onClose={() => setOpen(false)}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            reopen.mutate()
          }}
        >
          <ErrorSummary title={t('form.faults')} faults={faults} />
          <TextArea id="why" label={t('reopen.why')} value={why} error={fault} onChange={(event) => setWhy(event.target.value)} />
          <div className="row">
            <Button kind="primary" type="submit" busy={reopen.isPending}>
              {t('reopen.submit')}
            </Button>
            <Button onPress={() => setOpen(false)}>{t('cancel')}</Button>
          </div>
        </form>
      </Dialog>
    </div>
  )
}
