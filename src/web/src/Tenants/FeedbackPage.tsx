import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../api/client'
import { faultOf } from '../lib/faults'
import { t } from '../lib/i18n'
import { useForm } from '../lib/useForm'
import { sessionQuery } from '../SignIn/session'
import { Button } from '../ui/Button'
import { ErrorSummary } from '../ui/ErrorSummary'
import { TextArea, TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'

/** A barrier somebody has found; also for whoever cannot sign in because of it. */
export function FeedbackPage() {
  const session = useQuery(sessionQuery)
  const signedIn = session.data?.authenticated ?? false
  const [message, setMessage] = useState('')
  const [page, setPage] = useState('')
  const [email, setEmail] = useState('')
  const form = useForm({
    fields: { message: 'message', page: 'page', email: 'email' },
    check: () => (message.trim() === '' ? [{ field: 'message', text: t('feedback.message.missing') }] : []),
    send: () =>
      answerOf(
        api.POST('/api/v1/accessibility-feedback', {
          body: {
            message: message.trim(),
            ...(page.trim() !== '' && { page: page.trim() }),
            ...(!signedIn && email.trim() !== '' && { email: email.trim() }),
          },
        }),
      ),
  })
  return (
    <Page title={t('feedback.title')} faulty={form.faults.length > 0 ? t('form.error') : null}>
      {form.sent ? (
        <Notice tone="success" live>
          {t('feedback.sent', { number: form.answer?.number ?? '' })}
        </Notice>
      ) : (
        <form className="card stack" noValidate onSubmit={form.submit}>
          <p>{t('feedback.text')}</p>
          <ErrorSummary title={t('form.faults')} faults={form.faults} />
          <TextArea id="message" label={t('feedback.message')} value={message} error={faultOf(form.faults, 'message')} onChange={(event) => setMessage(event.target.value)} />
          <TextField id="page" label={t('feedback.page')} optional={t('optional')} value={page} error={faultOf(form.faults, 'page')} onChange={(event) => setPage(event.target.value)} />
          {!signedIn && (
            <TextField
              id="email"
              type="email"
              autoComplete="email"
              label={t('feedback.email')}
              optional={t('optional')}
              value={email}
              error={faultOf(form.faults, 'email')}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
          <div className="row">
            <Button kind="primary" type="submit" busy={form.busy}>
              {t('feedback.submit')}
            </Button>
          </div>
        </form>
      )}
    </Page>
  )
}
