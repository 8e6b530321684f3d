import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem } from '../api/problem'
import { faultOf } from '../lib/faults'
import { t } from '../lib/i18n'
import { useForm } from '../lib/useForm'
import { Button } from '../ui/Button'
import { ErrorSummary, type Fault } from '../ui/ErrorSummary'
import { TextField } from '../ui/Field'
import { PasskeyButton } from './PasskeyButton'
import { signIn, type Session } from './session'

interface SignInFormProps {
  onSignedIn: (session: Session) => void
  onFaults?: (faulty: boolean) => void
  email?: string
}

const fields = { email: 'email', password: 'password', code: 'code' }

export function SignInForm({ onSignedIn, onFaults, email: known }: SignInFormProps) {
  const client = useQueryClient()
  const [email, setEmail] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [needsCode, setNeedsCode] = useState(false)
  const form = useForm({
    fields,
    check: () => {
      const faults: Fault[] = []
      if (email.trim() === '') faults.push({ field: 'email', text: t('signIn.email.missing') })
      if (password === '') faults.push({ field: 'password', text: t('signIn.password.missing') })
      onFaults?.(faults.length > 0)
      return faults
    },
    send: async () => {
      try {
        return await signIn(client, email.trim(), password, needsCode ? code.replaceAll(/\s/g, '') : undefined)
      } catch (error) {
        if (isProblem(error, 'second-factor-required')) {
          setNeedsCode(true)
          return null
        }
        onFaults?.(true)
        throw error
      }
    },
    onSent: (session) => {
      if (session !== null) onSignedIn(session)
    },
  })
  return (
    <form className="stack" noValidate onSubmit={form.submit}>
      <ErrorSummary title={t('form.faults')} faults={form.faults} />
      <TextField
        id="email"
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        value={email}
        readOnly={known !== undefined}
        error={faultOf(form.faults, 'email')}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        id="password"
        label={t('signIn.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        error={faultOf(form.faults, 'password')}
        onChange={(event) => setPassword(event.target.value)}
      />
      {needsCode && (
        <TextField
          id="code"
          label={t('signIn.code')}
          hint={t('signIn.code.hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          value={code}
          error={faultOf(form.faults, 'code')}
          onChange={(event) => setCode(event.target.value)}
        />
      )}
      <div className="row">
        <Button kind="primary" type="submit" busy={form.busy}>
          {t('signIn.submit')}
        </Button>
        <PasskeyButton onSignedIn={onSignedIn} />
      </div>
    </form>
  )
}
