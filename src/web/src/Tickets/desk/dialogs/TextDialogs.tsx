import { useMemo, useState } from 'react'
import { answerOf, type Schemas } from '../../../api/client'
import { t, type Key } from '../../../lib/i18n'
import { useKeptText } from '../../../lib/keptText'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { ErrorSummary } from '../../../ui/ErrorSummary'
import { TextArea } from '../../../ui/Field'
import { sendsForm } from '../../../ui/sends'
import type { Ticket } from '../../ticket'
import { useTicketPlace, type TicketPlace } from '../place'
import { ifMatch, useAct } from '../useAct'

interface DialogProps {
  ticket: Ticket
  onClose: () => void
}

interface Words {
  title: Key
  label: Key
  hint: Key
  submit: Key
  done: Key
  missing?: Key
}

type Sent = Schemas['TicketResponse']

interface TextDialogProps extends DialogProps {
  words: Words
  send: (place: TicketPlace, ticket: Ticket, text: string, operation: string) => Promise<Sent>
}

/** An act that takes a text with it. */
function TextDialog({ ticket, onClose, words, send }: TextDialogProps) {
  const place = useTicketPlace()
  const kept = useKeptText(`${place.account} ${place.key} ${words.title}`)
  const { text } = kept
  const [empty, setEmpty] = useState(false)
  const act = useAct<Sent>(place, ticket, {
    send: (now, operation) => send(place, now, text.trim(), operation),
    done: t(words.done),
    onDone: () => {
      kept.done()
      onClose()
    },
  })
  const missing = words.missing !== undefined && empty && text.trim() === '' ? t(words.missing) : null
  const fault = missing ?? act.fault
  const faults = useMemo(() => (fault === null ? [] : [{ field: 'act-text', text: fault }]), [fault])
  return (
    <Dialog title={t(words.title)} open onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setEmpty(true)
          if (words.missing === undefined || text.trim() !== '') act.run()
        }}
      >
        <ErrorSummary title={t('form.faults')} faults={faults} />
        <TextArea
          id="act-text"
          autoFocus
          label={t(words.label)}
          hint={place.tenantName === null ? t(words.hint) : `${place.tenantName} · ${t(words.hint)}`}
          {...(words.missing === undefined && { optional: t('optional') })}
          value={text}
          error={fault}
          onChange={(event) => kept.type(event.target.value)}
          onKeyDown={sendsForm}
        />
        <div className="row">
          <Button kind="primary" type="submit" busy={act.busy}>
            {t(words.submit)}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

const key = (operation: string) => ({ 'Idempotency-Key': operation })

export function CloseDialog(props: DialogProps) {
  const words: Words = { title: 'ticket.close.title', label: 'ticket.close.label', hint: 'ticket.public', submit: 'ticket.act.close', done: 'ticket.close.done' }
  return (
    <TextDialog
      {...props}
      words={props.ticket.status === 'resolved' ? words : { ...words, missing: 'ticket.close.missing' }}
      send={({ api, number }, ticket, text, operation) =>
        answerOf(
          api.POST('/api/v1/tickets/{id}/close', {
            params: { path: { id: number }, header: { ...ifMatch(ticket), ...key(operation) } },
            body: { ...(text !== '' && { resolution_text: text }) },
          }),
        )
      }
    />
  )
}

export function ReopenDialog(props: DialogProps) {
  return (
    <TextDialog
      {...props}
      words={{ title: 'ticket.reopen.title', label: 'ticket.reopen.label', hint: 'ticket.public', submit: 'ticket.act.reopen', done: 'ticket.reopen.done' }}
      send={({ api, number }, _, text, operation) =>
        answerOf(
          api.POST('/api/v1/tickets/{id}/reopen', {
            params: { path: { id: number }, header: key(operation) },
            body: { ...(text !== '' && { reason: text }) },
          }),
        )
      }
    />
  )
}

export function DeclineDialog(props: DialogProps) {
  return (
    <TextDialog
      {...props}
      words={{ title: 'ticket.decline.title', label: 'ticket.decline.label', hint: 'ticket.public', submit: 'ticket.act.decline', done: 'ticket.decline.done', missing: 'ticket.decline.missing' }}
      send={({ api, number }, _, text, operation) =>
        answerOf(api.POST('/api/v1/tickets/{id}/reopen/decline', { params: { path: { id: number }, header: key(operation) }, body: { reason: text } }))
      }
    />
  )
}

export function ConfirmDialog(props: DialogProps) {
  return (
    <TextDialog
      {...props}
      words={{ title: 'ticket.confirm.title', label: 'ticket.confirm.label', hint: 'ticket.public', submit: 'ticket.act.confirm', done: 'ticket.confirm.done' }}
      send={({ api, number }, _, text, operation) =>
        answerOf(
          api.POST('/api/v1/tickets/{id}/confirm', {
            params: { path: { id: number }, header: key(operation) },
            body: { ...(text !== '' && { comment: text }) },
          }),
        )
      }
    />
  )
}
