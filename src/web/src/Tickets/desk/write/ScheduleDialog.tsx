import { useMemo, useState, type ReactNode } from 'react'
import { currentZone, longDateTime, time as timeOf } from '../../../lib/format'
import { t } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { ErrorSummary } from '../../../ui/ErrorSummary'
import { TextField } from '../../../ui/Field'
import { fieldsOf, offersAt, typedMoment } from './moments'

interface ScheduleDialogProps {
  title: string
  submit: string
  /** Whose ticket it is; null: the page's own municipality. */
  of: string | null
  /** What was chosen before. */
  was: string | null
  /** What the server says against it. */
  fault: string | null
  busy?: boolean
  onClose: () => void
  onChoose: (at: string) => void
}

/** When an answer leaves: moments that are often meant, or one's own. All of it by the clock of the municipality. */
export function ScheduleDialog({ title, submit, of, was, fault, busy, onClose, onChoose }: ScheduleDialogProps) {
  const zone = currentZone()
  const [offers] = useState(() => offersAt(Date.now(), zone))
  const [chosen, setChosen] = useState<string>(was === null ? (offers[0]?.kind ?? 'own') : 'own')
  const [own, setOwn] = useState(() => fieldsOf(was === null ? (offers.at(-1)?.at ?? Date.now()) : new Date(was).getTime(), zone))
  const [wrong, setWrong] = useState<string | null>(null)
  const send = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    const moment = offers.find((each) => each.kind === chosen)?.at ?? typedMoment(own.date, own.time, Date.now(), zone)
    if (typeof moment === 'string') return setWrong(t(`schedule.own.${moment}`))
    setWrong(null)
    onChoose(new Date(moment).toISOString())
  }
  const said = wrong ?? fault
  const faults = useMemo(() => (said === null ? [] : [{ field: chosen === 'own' ? 'schedule-date' : null, text: said }]), [said, chosen])
  return (
    <Dialog title={title} open onClose={onClose}>
      <form className="stack" noValidate onSubmit={send}>
        <ErrorSummary title={t('form.faults')} faults={faults} />
        {of !== null && <p className="muted">{t('schedule.of', { tenant: of })}</p>}
        <p>{t('schedule.text')}</p>
        <fieldset className="schedule-offers" aria-describedby={said === null ? undefined : 'schedule-fault'}>
          <legend>{t('schedule.when')}</legend>
          {offers.map((each) => (
            <Choice key={each.kind} kind={each.kind} chosen={chosen} onChoose={setChosen}>
              {t(`schedule.${each.kind}`, { time: timeOf(new Date(each.at).toISOString()) })}
              <span className="muted small">{longDateTime(new Date(each.at).toISOString())}</span>
            </Choice>
          ))}
          <Choice kind="own" chosen={chosen} onChoose={setChosen}>
            {t('schedule.own')}
          </Choice>
        </fieldset>
        {chosen === 'own' && (
          <div className="schedule-own">
            <TextField id="schedule-date" type="date" label={t('schedule.date')} value={own.date} onChange={(event) => setOwn({ ...own, date: event.target.value })} />
            <TextField id="schedule-time" type="time" label={t('schedule.time')} value={own.time} onChange={(event) => setOwn({ ...own, time: event.target.value })} />
          </div>
        )}
        {said !== null && (
          <p id="schedule-fault" className="field-error">
            {said}
          </p>
        )}
        <p className="muted small">{t('schedule.zone', { zone: zone.replaceAll('_', ' ') })}</p>
        <div className="row">
          <Button kind="primary" type="submit" busy={busy ?? false}>
            {submit}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function Choice({ kind, chosen, onChoose, children }: { kind: string; chosen: string; onChoose: (kind: string) => void; children: ReactNode }) {
  return (
    <label className="check schedule-offer">
      <input type="radio" name="schedule" checked={chosen === kind} onChange={() => onChoose(kind)} />
      <span>{children}</span>
    </label>
  )
}
