import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, newOperation } from '../../../api/client'
import { faultOf } from '../../../lib/faults'
import { t } from '../../../lib/i18n'
import { useForm } from '../../../lib/useForm'
import { Button } from '../../../ui/Button'
import { ErrorSummary, type Fault } from '../../../ui/ErrorSummary'
import { Checkbox, TextField } from '../../../ui/Field'
import { toast } from '../../../ui/toast'
import { useTicketPlace } from '../place'
import type { TimeEntry } from './TimePanel'

const most = 1440
// The municipality's day, as the API means it.
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date())

/** A new entry, or the correction of one. */
export function TimeForm({ entry, onDone }: { entry?: TimeEntry; onDone?: () => void }) {
  const place = useTicketPlace()
  const client = useQueryClient()
  const id = entry === undefined ? 'time' : `time-${entry.id}`
  const [operation, setOperation] = useState(newOperation)
  const [minutes, setMinutes] = useState(entry === undefined ? '' : String(entry.minutes))
  const [day, setDay] = useState(entry?.worked_on ?? today)
  const [note, setNote] = useState(entry?.note ?? '')
  const [billable, setBillable] = useState(entry?.billable ?? true)
  const header = { 'Idempotency-Key': operation }
  const form = useForm({
    fields: { minutes: `${id}-minutes`, worked_on: `${id}-day`, note: `${id}-note` },
    check: () => {
      const count = Number(minutes)
      const faults: Fault[] = []
      if (!Number.isInteger(count) || count < 1 || count > most) faults.push({ field: `${id}-minutes`, text: t('time.minutes.wrong') })
      return faults
    },
    send: () => {
      const body = { minutes: Number(minutes), worked_on: day, note: note.trim() === '' ? null : note.trim(), billable }
      return answerOf<unknown>(
        entry === undefined
          ? place.api.POST('/api/v1/tickets/{id}/time-entries', { params: { path: { id: place.number }, header }, body })
          : place.api.PATCH('/api/v1/tickets/{id}/time-entries/{entry}', {
              params: { path: { id: place.number, entry: entry.id }, header: { ...header, 'If-Match': `"${entry.version}"` } },
              body,
            }),
      )
    },
    onSent: () => {
      toast(t('time.saved'))
      setOperation(newOperation())
      if (entry === undefined) {
        setMinutes('')
        setNote('')
      }
      void client.invalidateQueries({ queryKey: ['ticket', place.key] })
      onDone?.()
    },
  })
  const typed = (set: (value: string) => void) => (event: { target: { value: string } }) => {
    set(event.target.value)
    if (form.error !== null) setOperation(newOperation())
  }
  return (
    <form className="stack-small" noValidate onSubmit={form.submit}>
      <ErrorSummary title={t('form.faults')} faults={form.faults} />
      <div className="facts-grid">
        <TextField id={`${id}-minutes`} label={t('time.minutes')} inputMode="numeric" value={minutes} error={faultOf(form.faults, `${id}-minutes`)} onChange={typed(setMinutes)} />
        <TextField id={`${id}-day`} label={t('time.day')} type="date" max={today()} value={day} error={faultOf(form.faults, `${id}-day`)} onChange={typed(setDay)} />
      </div>
      <TextField id={`${id}-note`} label={t('time.note')} optional={t('optional')} value={note} error={faultOf(form.faults, `${id}-note`)} onChange={typed(setNote)} />
      <Checkbox label={t('time.billable')} checked={billable} onChange={(event) => setBillable(event.target.checked)} />
      <div className="row">
        <Button type="submit" busy={form.busy}>
          {t('time.save')}
        </Button>
        {onDone !== undefined && <Button onPress={onDone}>{t('cancel')}</Button>}
      </div>
    </form>
  )
}
