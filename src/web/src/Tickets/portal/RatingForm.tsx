import { useState } from 'react'
import { t } from '../../lib/i18n'
import { faultOf } from '../../lib/faults'
import { useForm } from '../../lib/useForm'
import { Button } from '../../ui/Button'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { TextArea } from '../../ui/Field'
import { Notice } from '../../ui/Notice'

const marks = [5, 4, 3, 2, 1] as const

interface RatingFormProps {
  rating: number | null
  comment: string | null
  send: (rating: number, comment: string | null) => Promise<unknown>
}

/** One question with five words. Only the button changes anything. */
export function RatingForm({ rating, comment, send }: RatingFormProps) {
  const [mark, setMark] = useState(rating)
  const [text, setText] = useState(comment ?? '')
  const form = useForm({
    fields: { rating: 'mark-5', comment: 'rating-comment' },
    check: () => (mark === null ? [{ field: 'mark-5', text: t('rating.missing') }] : []),
    send: () => send(mark ?? 0, text.trim() === '' ? null : text.trim()),
  })
  if (form.sent)
    return (
      <Notice tone="success" live>
        {t('rating.done')}
      </Notice>
    )
  const fault = faultOf(form.faults, 'mark-5')
  return (
    <form className="stack" noValidate onSubmit={form.submit}>
      <ErrorSummary title={t('form.faults')} faults={form.faults} />
      <fieldset className="stack-small rating">
        <legend className="field-label">{t('rating.question')}</legend>
        {fault && <p className="field-error">{fault}</p>}
        {marks.map((each) => (
          <label key={each} className="check">
            <input id={`mark-${each}`} type="radio" name="mark" checked={mark === each} onChange={() => setMark(each)} />
            <span>{t(`rating.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <TextArea id="rating-comment" label={t('rating.comment')} optional={t('optional')} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="row">
        <Button kind="primary" type="submit" busy={form.busy}>
          {t('rating.submit')}
        </Button>
      </div>
    </form>
  )
}
