import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api, newOperation } from '../../api/client'
import { FilePicker } from '../../Attachments/FilePicker'
import { useFiles } from '../../Attachments/useFiles'
import { categoriesQuery } from '../../Categories/categories'
import { faultOf } from '../../lib/faults'
import { currentLanguage, t } from '../../lib/i18n'
import { useForm } from '../../lib/useForm'
import { sessionQuery } from '../../SignIn/session'
import { Button } from '../../ui/Button'
import { ErrorSummary, type Fault } from '../../ui/ErrorSummary'
import { Select, TextArea, TextField } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { toast } from '../../ui/toast'
import { DraftNotice } from '../DraftNotice'
import { priorities } from '../list'
import { draftKey, newTicketDraft, readNewTicket, useDraft, writeNewTicket, type NewTicketDraft } from '../useDraft'
import { SimilarTickets } from './SimilarTickets'

const fields = { subject: 'subject', description: 'description', category: 'category', priority: 'priority' }

export function NewTicketPage() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const categories = useQuery(categoriesQuery)
  const [operation, setOperation] = useState(newOperation)
  const account = useQuery(sessionQuery).data?.account?.id ?? ''
  const draft = useDraft(draftKey(window.location.host, account, 'new'), newTicketDraft)
  const written = readNewTicket(draft.text)
  const { subject, description, category, priority } = written
  const files = useFiles()
  const form = useForm({
    fields,
    check: () => {
      const faults: Fault[] = []
      if (subject.trim() === '') faults.push({ field: 'subject', text: t('new.subject.missing') })
      if (description.trim() === '') faults.push({ field: 'description', text: t('new.description.missing') })
      if (files.busy) faults.push({ field: null, text: t('files.busy') })
      return faults
    },
    send: () =>
      draft.keeper.during(() =>
        answerOf(
          api.POST('/api/v1/tickets', {
            params: { header: { 'Idempotency-Key': operation } },
            body: {
              subject: subject.trim(),
              description: description.trim(),
              priority,
              ...(category !== '' && { category }),
              ...(files.tokens.length > 0 && { attachments: files.tokens }),
            },
          }),
        ),
      ),
    onSent: (ticket) => {
      void draft.keeper.sent()
      void client.invalidateQueries({ queryKey: ['tickets'] })
      toast(t('new.sent', { number: ticket.number }))
      void navigate({ to: '/tickets/$number', params: { number: ticket.number } })
    },
  })
  // Another text is another act: only a repetition of the same one carries the same id.
  const typed = (member: keyof NewTicketDraft) => (event: { target: { value: string } }) => {
    draft.keeper.type(writeNewTicket({ ...written, [member]: event.target.value }))
    if (form.error !== null) setOperation(newOperation())
  }
  return (
    <Page title={t('new.title')} faulty={form.faults.length > 0 ? t('form.error') : null}>
      <form className="card stack" noValidate onSubmit={form.submit}>
        <ErrorSummary title={t('form.faults')} faults={form.faults} />
        {(categories.data?.items.length ?? 0) > 0 && (
          <Select id="category" label={t('field.category')} optional={t('optional')} value={category} error={faultOf(form.faults, 'category')} onChange={typed('category')}>
            <option value="">{t('new.category.none')}</option>
            {categories.data?.items.map((each) => (
              <option key={each.key} value={each.key}>
                {each.name[currentLanguage()] ?? each.key}
              </option>
            ))}
          </Select>
        )}
        <TextField
          id="subject"
          label={t('field.subject')}
          hint={t('new.subject.hint')}
          maxLength={200}
          value={subject}
          error={faultOf(form.faults, 'subject')}
          onChange={typed('subject')}
        />
        <SimilarTickets subject={subject} />
        <FilePicker files={files}>
          <TextArea
            id="description"
            label={t('field.description')}
            hint={t('new.description.hint')}
            value={description}
            error={faultOf(form.faults, 'description')}
            onChange={typed('description')}
          />
        </FilePicker>
        <DraftNotice draft={draft} />
        <Select
          id="priority"
          label={t('field.priority')}
          hint={t('new.priority.hint')}
          value={priority}
          error={faultOf(form.faults, 'priority')}
          onChange={typed('priority')}
        >
          {priorities.map((each) => (
            <option key={each} value={each}>
              {t(`priority.${each}`)}
            </option>
          ))}
        </Select>
        <section className="notice" aria-labelledby="next">
          <div>
            <h2 id="next" className="new-next">
              {t('new.next')}
            </h2>
            <p>{t('new.next.text')}</p>
          </div>
        </section>
        <div className="row">
          <Button kind="primary" type="submit" busy={form.busy}>
            {t('new.submit')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
