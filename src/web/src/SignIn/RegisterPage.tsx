import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api } from '../api/client'
import { faultOf } from '../lib/faults'
import { currentLanguage, t } from '../lib/i18n'
import { useForm } from '../lib/useForm'
import { Button } from '../ui/Button'
import { ErrorSummary } from '../ui/ErrorSummary'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'

export function RegisterPage() {
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const form = useForm({
    fields: { email: 'email', name: 'name' },
    check: () => [
      ...(email.trim() === '' ? [{ field: 'email', text: t('signIn.email.missing') }] : []),
      ...(name.trim() === '' ? [{ field: 'name', text: t('register.name.missing') }] : []),
    ],
    send: () =>
      answerOf(api.POST('/api/v1/auth/register', { body: { email: email.trim(), name: name.trim(), language: currentLanguage() } })),
  })
  return (
    <Page title={t('register.title')} faulty={form.faults.length > 0 ? t('form.error') : null}>
      {form.sent ? (
        <Notice tone="success" live>
          <p>{t('register.sent', { email })}</p>
        </Notice>
      ) : (
        <form className="card stack" noValidate onSubmit={form.submit}>
          <ErrorSummary title={t('form.faults')} faults={form.faults} />
          <TextField
            id="name"
            label={t('register.name')}
            autoComplete="name"
            value={name}
            error={faultOf(form.faults, 'name')}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            id="email"
            label={t('signIn.email')}
            type="email"
            autoComplete="email"
            hint={t('register.email.hint')}
            value={email}
            error={faultOf(form.faults, 'email')}
            onChange={(event) => setEmail(event.target.value)}
          />
          <div className="row">
            <Button kind="primary" type="submit" busy={form.busy}>
              {t('register.submit')}
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
