import { useQuery, useQueryClient } from '@tanstack/react-query'
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
import { meQuery } from './me'
import { Crumb } from './SessionsPage'

export function SecondFactorPage() {
  const me = useQuery(meQuery)
  const [secret, setSecret] = useState<string | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  return (
    <Page title={t('account.secondFactor')} above={<Crumb />}>
      {codes ? (
        <RecoveryCodes codes={codes} />
      ) : me.data?.second_factor ? (
        <SwitchOff />
      ) : secret === null ? (
        <AskPassword onSecret={setSecret} />
      ) : (
        <ConfirmCode secret={secret} onCodes={setCodes} />
      )}
    </Page>
  )
}

function AskPassword({ onSecret }: { onSecret: (secret: string) => void }) {
  const [password, setPassword] = useState('')
  const form = useForm({
    fields: { password: 'password' },
    check: () => (password === '' ? [{ field: 'password', text: t('signIn.password.missing') }] : []),
    send: () => answerOf(api.POST('/api/v1/auth/second-factor', { body: { password } })),
    onSent: (answer) => onSecret(answer.secret),
  })
  return (
    <form className="card stack" noValidate onSubmit={form.submit}>
      <p>{t('secondFactor.text')}</p>
      <ErrorSummary title={t('form.faults')} faults={form.faults} />
      <TextField id="password" type="password" autoComplete="current-password" label={t('signIn.password')} value={password} error={faultOf(form.faults, 'password')} onChange={(event) => setPassword(event.target.value)} />
      <div className="row">
        <Button kind="primary" type="submit" busy={form.busy}>
          {t('secondFactor.begin')}
        </Button>
      </div>
    </form>
  )
}

function ConfirmCode({ secret, onCodes }: { secret: string; onCodes: (codes: string[]) => void }) {
  const client = useQueryClient()
  const [code, setCode] = useState('')
  const form = useForm({
    fields: { code: 'code' },
    check: () => (code.trim() === '' ? [{ field: 'code', text: t('signIn.code.missing') }] : []),
    send: () => answerOf(api.POST('/api/v1/auth/second-factor/confirm', { body: { code: code.replaceAll(/\s/g, '') } })),
    onSent: (answer) => {
      onCodes(answer.recovery_codes)
      void client.invalidateQueries({ queryKey: ['me'] })
      void client.invalidateQueries({ queryKey: ['session'] })
    },
  })
  return (
    <form className="card stack" noValidate onSubmit={form.submit}>
      <p>{t('secondFactor.secret')}</p>
      <p>
        <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <ErrorSummary title={t('form.faults')} faults={form.faults} />
      <TextField id="code" inputMode="numeric" autoComplete="one-time-code" label={t('signIn.code')} value={code} error={faultOf(form.faults, 'code')} onChange={(event) => setCode(event.target.value)} />
      <div className="row">
        <Button kind="primary" type="submit" busy={form.busy}>
          {t('secondFactor.confirm')}
        </Button>
      </div>
    </form>
  )
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <div className="card stack">
      <Notice tone="success" live>
        {t('secondFactor.done')}
      </Notice>
      <p>{t('secondFactor.codes')}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}

function SwitchOff() {
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const form = useForm({
    fields: { password: 'password', code: 'code' },
    check: () => [
      ...(password === '' ? [{ field: 'password', text: t('signIn.password.missing') }] : []),
      ...(code.trim() === '' ? [{ field: 'code', text: t('signIn.code.missing') }] : []),
    ],
    send: () => answerOf(api.POST('/api/v1/auth/second-factor/disable', { body: { password, code: code.replaceAll(/\s/g, '') } })),
    onSent: () => void client.invalidateQueries({ queryKey: ['me'] }),
  })
  return (
    <form className="card stack" noValidate onSubmit={form.submit}>
      <Notice tone="success">{t('secondFactor.on')}</Notice>
      <ErrorSummary title={t('form.faults')} faults={form.faults} />
      <TextField id="password" type="password" autoComplete="current-password" label={t('signIn.password')} value={password} error={faultOf(form.faults, 'password')} onChange={(event) => setPassword(event.target.value)} />
      <TextField id="code" inputMode="numeric" autoComplete="one-time-code" label={t('signIn.code')} value={code} error={faultOf(form.faults, 'code')} onChange={(event) => setCode(event.target.value)} />
      <div className="row">
        <Button kind="danger" type="submit" busy={form.busy}>
          {t('secondFactor.off')}
        </Button>
      </div>
    </form>
  )
}
