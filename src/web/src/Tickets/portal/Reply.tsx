import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newOperation } from '../../api/client'
import { FilePicker } from '../../Attachments/FilePicker'
import { useFiles } from '../../Attachments/useFiles'
import { faultOf } from '../../lib/faults'
import { t } from '../../lib/i18n'
import { useForm } from '../../lib/useForm'
import { sessionQuery } from '../../SignIn/session'
import { Button } from '../../ui/Button'
import { ErrorSummary, type Fault } from '../../ui/ErrorSummary'
import { TextArea } from '../../ui/Field'
import { toast } from '../../ui/toast'
import { DraftNotice } from '../DraftNotice'
import { comment, refresh, whyNot, type Ticket } from '../ticket'
import { useSendWhenConnected } from '../SendWhenConnected'
import { draftKey, ticketDraft, useDraft } from '../useDraft'

export function Reply({ ticket }: { ticket: Ticket }) {
  const why = whyNot(ticket, 'reply')
  if (why !== null)
    return (
      <section className="card stack" aria-labelledby="reply">
        <h2 id="reply">{t('reply.title')}</h2>
        <div>
          <Button refused={why}>{t('reply.submit')}</Button>
        </div>
      </section>
    )
  return <ReplyForm key={ticket.number} ticket={ticket} />
}

function ReplyForm({ ticket }: { ticket: Ticket }) {
  const client = useQueryClient()
  const account = useQuery(sessionQuery).data?.account?.id ?? ''
  const draft = useDraft(draftKey(window.location.host, account, ticket.number, 'answer'), () => ticketDraft(ticket.number, 'answer'))
  const { text } = draft
  const [operation, setOperation] = useState(newOperation)
  const files = useFiles()
  const form = useForm({
    fields: { body: 'answer' },
    check: () => {
      const faults: Fault[] = []
      if (text.trim() === '') faults.push({ field: 'answer', text: t('reply.missing') })
      if (files.busy) faults.push({ field: null, text: t('files.busy') })
      return faults
    },
    send: () =>
      draft.keeper.during(() =>
        comment(ticket.number, { body: text.trim(), ...(files.tokens.length > 0 && { attachments: files.tokens }) }, operation),
      ),
    onSent: () => {
      void draft.keeper.sent()
      files.clear()
      setOperation(newOperation())
      toast(t('reply.sent'))
      void refresh(client, ticket.number)
    },
  })
  const later = useSendWhenConnected({ send: t('reply.submit'), onSend: () => form.submit() })
  return (
    <section className="card stack" aria-labelledby="reply">
      <h2 id="reply">{t('reply.title')}</h2>
      <form className="stack" noValidate onSubmit={(event) => (later.isAway ? event.preventDefault() : form.submit(event))}>
        <ErrorSummary title={t('form.faults')} faults={form.faults} />
        <FilePicker files={files}>
          <TextArea
            id="answer"
            label={t('reply.label')}
            value={text}
            readOnly={form.busy}
            error={faultOf(form.faults, 'answer')}
            onBlur={() => void draft.keeper.flush()}
            onChange={(event) => {
              draft.keeper.type(event.target.value)
              if (form.error !== null) setOperation(newOperation())
            }}
          />
        </FilePicker>
        <DraftNotice draft={draft} />
        <div className="row">
          {later.isAway ? (
            later.button
          ) : (
            <Button kind="primary" type="submit" busy={form.busy}>
              {t('reply.submit')}
            </Button>
          )}
        </div>
        {later.waits !== null && <p role="status">{later.waits}</p>}
        {later.question}
      </form>
    </section>
  )
}
