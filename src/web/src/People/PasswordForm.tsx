import { useState } from 'react'
import { answerOf, api } from '../api/client'
import { faultOf } from '../lib/faults'
import { t } from '../lib/i18n'
import { useForm } from '../lib/useForm'
import { NewPassword } from '../SignIn/NewPassword'
import { Button } from '../ui/Button'
import { ErrorSummary } from '../ui/ErrorSummary'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'

export function PasswordForm() {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const form = useForm({
    fields: { current_password: 'current', new_password: 'password' },
    check: () => [
      ...(current === '' ? [{ field: 'current', text: t('password.current.missing') }] : []),
      ...(next === '' ? [{ field: 'password', text: t('password.new.missing') }] : []),
    ],
    send: () => answerOf(api.POST('/api/v1/auth/password', { body: { current_password: current, new_password: next } })),
    onSent: () => {
      setCurrent('')
      setNext('')
    },
  })
  return (
    <form className="card stack" noValidate onSubmit={form.submit} aria-labelledby="change-password">
      <h2 id="change-password">{t('password.title')}</h2>
      {form.sent && form.faults.length === 0 && (
        <Notice tone="success" live>
          {t('password.done')}
        </Notice>
      )}
      <ErrorSummary title={t('form.faults')} faults={form.faults} />
      <TextField
        id="current"
        label={t('password.current')}
        type="password"
        autoComplete="current-password"
        value={current}
        error={faultOf(form.faults, 'current')}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <NewPassword value={next} onChange={setNext} error={faultOf(form.faults, 'password')} />
      <div className="row">
        <Button kind="primary" type="submit" busy={form.busy}>
          {t('password.submit')}
        </Button>
      </div>
    </form>
  )
}
