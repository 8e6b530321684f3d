import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api } from '../api/client'
import { faultOf } from '../lib/faults'
import { t } from '../lib/i18n'
import { useForm } from '../lib/useForm'
import { Button } from '../ui/Button'
import { ErrorSummary } from '../ui/ErrorSummary'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { NewPassword } from './NewPassword'

const route = getRouteApi('/open/reset')

export function ResetPage() {
  const { token } = route.useSearch()
  return token === undefined ? <AskForLink /> : <SetPassword token={token} />
}

function AskForLink() {
  const [email, setEmail] = useState('')
  const form = useForm({
    fields: { email: 'email' },
    check: () => (email.trim() === '' ? [{ field: 'email', text: t('signIn.email.missing') }] : []),
    send: () => answerOf(api.POST('/api/v1/auth/password/reset', { body: { email: email.trim() } })),
  })
  return (
    <Page title={t('reset.title')} faulty={form.faults.length > 0 ? t('form.error') : null}>
      {form.sent ? (
        <Notice tone="success" live>
          <p>{t('reset.sent', { email })}</p>
        </Notice>
      ) : (
        <form className="card stack" noValidate onSubmit={form.submit}>
          <ErrorSummary title={t('form.faults')} faults={form.faults} />
          <TextField
            id="email"
            label={t('signIn.email')}
            hint={t('reset.hint')}
            type="email"
            autoComplete="username"
            value={email}
            error={faultOf(form.faults, 'email')}
            onChange={(event) => setEmail(event.target.value)}
          />
          <div className="row">
            <Button kind="primary" type="submit" busy={form.busy}>
              {t('reset.submit')}
            </Button>
          </div>
        </form>
      )}
      <p>
        <Link to="/sign-in">{t('signIn.back')}</Link>
      </p>
    </Page>
  )
}

function SetPassword({ token }: { token: string }) {
  const [password, setPassword] = useState('')
  const form = useForm({
    fields: { password: 'password' },
    check: () => (password === '' ? [{ field: 'password', text: t('signIn.password.missing') }] : []),
    send: () => answerOf(api.POST('/api/v1/auth/password/reset/confirm', { body: { token, password } })),
  })
  return (
    <Page title={t('reset.set.title')} faulty={form.faults.length > 0 ? t('form.error') : null}>
      {form.sent ? (
        <Notice tone="success" live>
          <p>{t('reset.done')}</p>
          <Link className="button button-primary" to="/sign-in">
            {t('signIn.submit')}
          </Link>
        </Notice>
      ) : (
        <form className="card stack" noValidate onSubmit={form.submit}>
          <ErrorSummary title={t('form.faults')} faults={form.faults} />
          <NewPassword value={password} onChange={setPassword} error={faultOf(form.faults, 'password')} />
          <div className="row">
            <Button kind="primary" type="submit" busy={form.busy}>
              {t('reset.set.submit')}
            </Button>
          </div>
        </form>
      )}
    </Page>
  )
}
