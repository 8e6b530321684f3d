import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, apiFor, newOperation } from '../../../api/client'
import { FilePicker } from '../../../Attachments/FilePicker'
import { useFiles } from '../../../Attachments/useFiles'
import { categoriesOf, queuesOf } from '../../../Categories/categories'
import { faultOf } from '../../../lib/faults'
import { currentLanguage, t } from '../../../lib/i18n'
import { useForm } from '../../../lib/useForm'
import { Button } from '../../../ui/Button'
import { ErrorSummary, type Fault } from '../../../ui/ErrorSummary'
import { Select, TextArea, TextField } from '../../../ui/Field'
import { sessionQuery } from '../../../SignIn/session'
import { toast } from '../../../ui/toast'
import { DraftNotice } from '../../DraftNotice'
import { priorities } from '../../list'
import { draftKey, newTicketDraft, readNewTicket, useDraft, writeNewTicket, type NewTicketDraft } from '../../useDraft'
import { useOpenTicket } from '../useStep'
import { Duplicates } from './Duplicates'
import { PersonField, type Requester } from './PersonField'

const fields = {
  subject: 'subject',
  description: 'description',
  category: 'category',
  queue: 'queue',
  priority: 'priority',
  assignee: 'assignee',
  requester: 'requester',
  requester_email: 'requester',
  requester_name: 'requester-name',
}

export function NewTicketForm({ tenant, tenantName }: { tenant: string | null; tenantName: string | null }) {
  const client = useQueryClient()
  const open = useOpenTicket()
  const categories = useQuery(categoriesOf(tenant))
  const queues = useQuery(queuesOf(tenant))
  const [operation, setOperation] = useState(newOperation)
  const account = useQuery(sessionQuery).data?.account?.id ?? ''
  const draft = useDraft(draftKey(tenant ?? window.location.host, account, 'new'), () => newTicketDraft(tenant))
  const text = readNewTicket(draft.text)
  const requester = requesterOf(text)
  const files = useFiles(apiFor(tenant))
  const form = useForm({
    fields,
    check: () => {
      const faults: Fault[] = []
      if (requester === null) faults.push({ field: 'requester', text: t('compose.new.person.missing') })
      if (text.subject.trim() === '') faults.push({ field: 'subject', text: t('compose.new.subject.missing') })
      if (text.description.trim() === '') faults.push({ field: 'description', text: t('compose.new.description.missing') })
      if (files.busy) faults.push({ field: null, text: t('files.busy') })
      return faults
    },
    send: () =>
      draft.keeper.during(() =>
        answerOf(
          apiFor(tenant).POST('/api/v1/tickets', {
            params: { header: { 'Idempotency-Key': operation } },
            body: {
              subject: text.subject.trim(),
              description: text.description.trim(),
              priority: text.priority,
              ...(text.category !== '' && { category: text.category }),
              ...(text.queue !== '' && { queue: text.queue }),
              ...(text.assignee !== '' && { assignee: text.assignee }),
              ...(requester !== null && of(requester)),
              ...(files.tokens.length > 0 && { attachments: files.tokens }),
            },
          }),
        ),
      ),
    onSent: (ticket) => {
      void draft.keeper.sent()
      void client.invalidateQueries({ queryKey: ['tickets'] })
      toast(t('compose.new.done', { number: ticket.number }))
      void open(ticket.number, tenant)
    },
  })
  // Another text is another act: only a repetition of the same one carries the same id.
  const write = (change: Partial<NewTicketDraft>) => {
    draft.keeper.type(writeNewTicket({ ...text, ...change }))
    if (form.error !== null) setOperation(newOperation())
  }
  const field = (name: 'subject' | 'description' | 'category' | 'queue' | 'priority' | 'assignee') => ({
    id: name,
    value: text[name],
    error: faultOf(form.faults, name),
    onChange: (event: { target: { value: string } }) => write({ [name]: event.target.value }),
  })
  const named = (items: { key: string; name: { de: string; en: string }; archived: boolean }[] | undefined) =>
    items
      ?.filter((each) => !each.archived)
      .map((each) => (
        <option key={each.key} value={each.key}>
          {each.name[currentLanguage()]}
        </option>
      ))
  return (
    <div className="ticket-columns">
      <form className="card stack" noValidate onSubmit={form.submit}>
        <ErrorSummary title={t('form.faults')} faults={form.faults} />
        <PersonField
          tenant={tenant}
          value={requester}
          error={faultOf(form.faults, 'requester')}
          onChange={(person) => write({ requester: person?.id ?? '', requester_email: person?.email ?? '', requester_name: person?.name ?? '' })}
        />
        <TextField {...field('subject')} label={t('field.subject')} maxLength={200} />
        <FilePicker files={files}>
          <TextArea {...field('description')} label={t('field.description')} />
        </FilePicker>
        <DraftNotice draft={draft} />
        <div className="facts-grid">
          <Select {...field('category')} label={t('field.category')}>
            <option value="">{t('ticket.none')}</option>
            {named(categories.data?.items)}
          </Select>
          <Select {...field('queue')} label={t('ticket.queue')}>
            <option value="">{t('compose.new.queue.byCategory')}</option>
            {named(queues.data?.items)}
          </Select>
          <Select {...field('priority')} label={t('field.priority')}>
            {priorities.map((each) => (
              <option key={each} value={each}>
                {t(`priority.${each}`)}
              </option>
            ))}
          </Select>
          <Select {...field('assignee')} label={t('ticket.assignee')}>
            <option value="">{t('ticket.nobody')}</option>
            <option value="me">{t('assign.me')}</option>
          </Select>
        </div>
        <div className="row">
          <Button kind="primary" type="submit" busy={form.busy}>
            {tenantName === null ? t('compose.new.submit') : t('compose.new.submit.for', { tenant: tenantName })}
          </Button>
        </div>
      </form>
      <Duplicates subject={text.subject} tenant={tenant} />
    </div>
  )
}

const requesterOf = ({ requester, requester_email: email, requester_name: name }: NewTicketDraft): Requester | null =>
  email === '' ? null : { id: requester === '' ? null : requester, email, name }

const of = (person: Requester) =>
  person.id === null ? { requester_email: person.email, ...(person.name.trim() !== '' && { requester_name: person.name.trim() }) } : { requester: person.id }
