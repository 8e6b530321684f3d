import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api } from '../api/client'
import { faultOf } from '../lib/faults'
import { t } from '../lib/i18n'
import { useForm } from '../lib/useForm'
import { Button } from '../ui/Button'
import { ErrorSummary } from '../ui/ErrorSummary'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { NewPassword } from './NewPassword'

const route = getRouteApi('/open/join')

/** The link of an invitation or of a registration: a password, and one is in. */
export function JoinPage() {
  const { token, kind } = route.useSearch()
  const [password, setPassword] = useState('')
  const path = kind === 'invitation' ? '/api/v1/auth/invitations/accept' : '/api/v1/auth/register/confirm'
  const form = useForm({
    fields: { password: 'password' },
    check: () => (password === '' ? [{ field: 'password', text: t('signIn.password.missing') }] : []),
    send: () => answerOf(api.POST(path, { body: { token: token ?? '', password } })),
  })
  return (
    <Page title={t('join.title')} faulty={form.faults.length > 0 ? t('form.error') : null}>
      {form.sent ? (
        <Notice tone="success" live>
          <p>{t('join.done')}</p>
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
              {t('join.submit')}
            </Button>
          </div>
        </form>
      )}
    </Page>
  )
}
