import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newOperation } from '../../../api/client'
import { FilePicker } from '../../../Attachments/FilePicker'
import { useFiles } from '../../../Attachments/useFiles'
import { faultOf } from '../../../lib/faults'
import { t } from '../../../lib/i18n'
import { useForm } from '../../../lib/useForm'
import { Button } from '../../../ui/Button'
import { ErrorSummary, type Fault } from '../../../ui/ErrorSummary'
import { Icon } from '../../../ui/Icon'
import { toast } from '../../../ui/toast'
import { comment, refresh, type Ticket } from '../../ticket'
import { DraftNotice } from '../../DraftNotice'
import { useSendWhenConnected } from '../../SendWhenConnected'
import { refusalOf } from '../acts'
import { useTicketPlace } from '../place'
import { writes } from '../presence'
import { MarkdownField } from './MarkdownField'
import { useDraft } from './useDraft'

/** What only staff read. It shares nothing with the answer: neither the text nor the place nor the words. */
export function NoteEditor({ ticket }: { ticket: Ticket }) {
  const place = useTicketPlace()
  const client = useQueryClient()
  const draft = useDraft(place, 'note')
  const files = useFiles(place.api)
  const [operation, setOperation] = useState(newOperation)
  const form = useForm({
    fields: { body: 'note-text' },
    check: () => {
      const faults: Fault[] = []
      if (draft.draft.text.trim() === '') faults.push({ field: 'note-text', text: t('compose.note.missing') })
      if (files.busy) faults.push({ field: null, text: t('files.busy') })
      return faults
    },
    send: () =>
      draft.during(() =>
        comment(
          place.number,
          { body: draft.draft.text.trim(), visibility: 'internal', ...(files.tokens.length > 0 && { attachments: files.tokens }) },
          operation,
          place.tenant,
        ),
      ),
    onSent: () => {
      draft.clear()
      files.clear()
      setOperation(newOperation())
      toast(t('compose.note.done', { number: place.number }))
      void refresh(client, place.number, place.tenant)
    },
  })
  const refused = refusalOf(ticket, 'note')
  const later = useSendWhenConnected({ send: t('compose.note.save'), onSend: () => form.submit() })
  return (
    <section className="note-editor stack-small" aria-labelledby="note-title" data-words="internal">
      <h2 id="note-title" className="panel-title">
        <Icon name="note" /> {t('note')}
        {place.tenantName !== null && <span className="ticket-tenant">{place.tenantName}</span>}
      </h2>
      {refused !== null ? (
        <div>
          <Button refused={refused}>{t('compose.note.save')}</Button>
        </div>
      ) : (
        <form className="stack-small" noValidate onSubmit={(event) => (later.isAway ? event.preventDefault() : form.submit(event))}>
          <ErrorSummary title={t('form.faults')} faults={form.faults} />
          <FilePicker files={files}>
            <MarkdownField
              id="note-text"
              label={t('compose.note.label')}
              hint={t('compose.note.hint')}
              error={faultOf(form.faults, 'note-text')}
              value={draft.draft.text}
              modulesFor={ticket}
              readOnly={form.busy}
              onBlur={draft.flush}
              onSend={() => !later.isAway && form.submit()}
              onChange={(text) => {
                writes(place.key, 'writing_note')
                if (form.error !== null) setOperation(newOperation())
                draft.change({ ...draft.draft, text })
              }}
            />
          </FilePicker>
          <div className="row">
            {later.isAway ? (
              later.button
            ) : (
              <Button type="submit" busy={form.busy}>
                {t('compose.note.save')}
              </Button>
            )}
            <DraftNotice draft={draft.kept} />
          </div>
          {later.waits !== null && <p role="status">{later.waits}</p>}
          {later.question}
        </form>
      )}
    </section>
  )
}
