import { useEffect, useState } from 'react'
import { faultOf, faultsOf } from '../../../lib/faults'
import { t } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { ErrorSummary, type Fault } from '../../../ui/ErrorSummary'
import { TextArea, TextField } from '../../../ui/Field'
import { sendsForm } from '../../../ui/sends'
import { DraftNotice } from '../../DraftNotice'
import { has, may, type Ticket } from '../../ticket'
import { draftKey, ticketDraft, useDraft } from '../../useDraft'
import { useTicketPlace } from '../place'
import type { ChangeTicket } from '../useChange'
import { changesOf, faultsIn, readEdited, writeEdited } from './edits'

interface EditDialogProps {
  ticket: Ticket
  change: ChangeTicket
  onClose: () => void
}

const fields = { subject: 'edit-subject', description: 'edit-description', resolution_text: 'edit-resolution' }

/** The words of the ticket itself. What was begun is kept as a draft, with the version that it was begun on. */
export function EditDialog({ ticket, change, onClose }: EditDialogProps) {
  const place = useTicketPlace()
  const draft = useDraft(draftKey(place.slug, place.account, place.number, 'edit'), () => ticketDraft(place.number, 'edit', place.tenant))
  // What was begun on this version: the ticket may change while somebody writes.
  const [opened] = useState(ticket)
  const edited = readEdited(draft.text, opened)
  const loading = draft.phase === 'loading'
  const [goesOn, setGoesOn] = useState(false)
  useEffect(() => {
    if (!loading) setGoesOn(draft.keeper.get().text !== '')
  }, [loading, draft.keeper])
  const [faults, setFaults] = useState<Fault[]>([])
  const { base, texts } = edited
  const write = (name: keyof typeof texts) => (event: { target: { value: string } }) => {
    draft.keeper.type(writeEdited({ base, texts: { ...texts, [name]: event.target.value } }))
  }
  const done = () => {
    draft.keeper.type('')
    void draft.keeper.flush()
    onClose()
  }
  const submit = () => {
    if (change.busy) return
    const found = faultsIn(edited, fields)
    setFaults(found)
    if (found.length > 0) return
    const changes = changesOf(edited)
    if (Object.keys(changes).length === 0) done()
    else change.make(base, changes, t('ticket.saved'), { settled: done, asked: onClose, refused: (error) => setFaults(faultsOf(error, fields)) })
  }
  // The solution has a text of its own once there is one.
  const solved = base.status === 'resolved' && base.resolution_text !== null && has(ticket, 'change_status') && may(ticket, 'change_status')
  return (
    <Dialog title={t('ticket.edit.title', { number: place.number })} open onClose={onClose} wide>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {place.tenantName !== null && <p className="ticket-tenant">{place.tenantName}</p>}
        {goesOn && <p role="status">{t('ticket.edit.goesOn')}</p>}
        <ErrorSummary title={t('form.faults')} faults={faults} />
        <TextField id={fields.subject} autoFocus label={t('field.subject')} value={texts.subject} error={faultOf(faults, fields.subject)} onChange={write('subject')} />
        <TextArea id={fields.description} label={t('field.description')} hint={t('ticket.public')} value={texts.description} error={faultOf(faults, fields.description)} onChange={write('description')} onKeyDown={sendsForm} />
        {solved && (
          <TextArea id={fields.resolution_text} label={t('ticket.resolution')} value={texts.resolution_text} error={faultOf(faults, fields.resolution_text)} onChange={write('resolution_text')} onKeyDown={sendsForm} />
        )}
        <DraftNotice draft={draft} />
        <div className="row">
          <Button kind="primary" type="submit" busy={change.busy}>
            {t('ticket.edit.submit')}
          </Button>
          <Button onPress={onClose}>{t(Object.keys(changesOf(edited)).length > 0 ? 'ticket.edit.later' : 'cancel')}</Button>
          {goesOn && (
            <Button kind="quiet" onPress={done}>
              {t('ticket.edit.drop')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
