import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { FilePicker } from '../../../Attachments/FilePicker'
import { faultOf } from '../../../lib/faults'
import { dateTime } from '../../../lib/format'
import { t } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { ErrorSummary } from '../../../ui/ErrorSummary'
import { Select } from '../../../ui/Field'
import { Icon } from '../../../ui/Icon'
import type { Ticket } from '../../ticket'
import { DraftNotice } from '../../DraftNotice'
import { useSendWhenConnected } from '../../SendWhenConnected'
import { refusalOf } from '../acts'
import { useTicketPlace } from '../place'
import { writes } from '../presence'
import { after, chooseAfter, type After } from '../../../lib/preferences'
import { pastedFrom } from './clipboard'
import { GuardDialog } from './GuardDialog'
import { NewerDialog } from './NewerDialog'
import { MarkdownField } from './MarkdownField'
import { addressees, recipientsQuery, sendWords } from './recipients'
import { Recipients } from './Recipients'
import { editorOf, givenBack, takeBack } from './undo'
import { ScheduleDialog } from './ScheduleDialog'
import { useAnswer } from './useAnswer'

/** What the requester reads. It has its own text, its own place and its own look; a note is written elsewhere. */
export function AnswerEditor({ ticket }: { ticket: Ticket }) {
  const place = useTicketPlace()
  const refused = refusalOf(ticket, 'reply')
  const told = useQuery(recipientsQuery(place, ticket.version, refused === null))
  const words = sendWords(told.data && addressees(told.data.items), place.tenantName)
  const answer = useAnswer(addressees(told.data?.items ?? []), ticket.id)
  const { draft, files } = answer
  const next = after.use()
  const sendNow = answer.sendAt === null ? words : t('schedule.anyway', { when: dateTime(answer.sendAt) })
  const later = useSendWhenConnected({ send: words, onSend: () => answer.submit() })
  useGivenBack(editorOf(place, 'answer'), (text, back) => {
    draft.change({ ...draft.draft, text: [text, draft.draft.text].filter(Boolean).join('\n\n') })
    files.add(back)
  })
  if (refused !== null)
    return (
      <section className="card answer" aria-labelledby="answer-title">
        <h2 id="answer-title">
          <Icon name="answer" /> {t('compose.answer')}
        </h2>
        <p className="muted">{refused}</p>
      </section>
    )
  return (
    <section className="card answer stack" aria-labelledby="answer-title" data-words="public">
      <h2 id="answer-title">
        <Icon name="answer" /> {t('compose.answer')}
        {place.tenantName !== null && <span className="ticket-tenant">{place.tenantName}</span>}
      </h2>
      <form className="stack" noValidate onSubmit={(event) => (later.isAway ? event.preventDefault() : answer.submit(event))}>
        <ErrorSummary title={t('form.faults')} faults={answer.faults.filter((each) => each.field !== 'schedule')} />
        <FilePicker files={files}>
          <MarkdownField
            id="answer"
            label={t('compose.answer.label')}
            error={faultOf(answer.faults, 'answer')}
            value={draft.draft.text}
            modulesFor={ticket}
            readOnly={answer.busy}
            onBlur={draft.flush}
            onSend={() => !later.isAway && answer.submit()}
            onWords={(words) => {
              const from = pastedFrom(words, place.slug)
              if (from !== null) draft.came(from)
            }}
            onChange={(text) => {
              writes(place.key, 'writing_answer')
              draft.change({ ...draft.draft, text })
            }}
          />
        </FilePicker>
        <Recipients id="answer-to" answer={told.data} fault={told.isError} />
        <div className="answer-send">
          {later.isAway ? (
            later.button
          ) : (
            <Button kind="primary" type="submit" aria-describedby="answer-to" busy={answer.busy}>
              {words}
            </Button>
          )}
          <Button onPress={answer.later} busy={answer.busy} refused={later.isAway ? t('compose.offline') : null}>
            <Icon name="clock" /> {t('schedule.open')}
          </Button>
          <Select id="after" label={t('compose.after')} value={next} onChange={(event) => chooseAfter(event.target.value as After)}>
            <option value="stay">{t('compose.after.stay')}</option>
            <option value="next">{t('compose.after.next')}</option>
          </Select>
          <DraftNotice draft={draft.kept} />
        </div>
        {later.waits !== null && <p role="status">{later.waits}</p>}
      </form>
      {later.question}
      <NewerDialog newer={answer.newer} onBack={answer.back} onSend={answer.sendAnyway} />
      {answer.choosing && (
        <ScheduleDialog
          title={t('schedule.title')}
          submit={t('schedule.submit')}
          of={place.tenantName}
          was={answer.sendAt}
          fault={faultOf(answer.faults, 'schedule')}
          onClose={answer.stay}
          onChoose={answer.schedule}
        />
      )}
      {answer.reasons !== null && <GuardDialog reasons={answer.reasons} send={sendNow} onBack={answer.back} onSend={answer.sendAnyway} />}
    </section>
  )
}

/** What was taken back after sending comes into the editor that it came from, whenever that is shown. */
function useGivenBack(to: string, put: (text: string, files: File[]) => void): void {
  const waiting = givenBack.use().some((each) => each.to === to)
  const latest = useRef(put)
  useEffect(() => {
    latest.current = put
  })
  useEffect(() => {
    if (!waiting) return
    for (const each of takeBack(to)) latest.current(each.text, each.files)
    document.getElementById('answer')?.focus()
  }, [waiting, to])
}
