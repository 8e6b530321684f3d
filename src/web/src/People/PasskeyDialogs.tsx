import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem } from '../api/problem'
import { faultOf } from '../lib/faults'
import { keepFocus } from '../lib/focus'
import { t } from '../lib/i18n'
import { useForm } from '../lib/useForm'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ErrorSummary, type Fault } from '../ui/ErrorSummary'
import { TextField } from '../ui/Field'
import { toast } from '../ui/toast'
import { addPasskey, passkeysQuery, removePasskey, renamePasskey, type Passkey } from './passkeys'

interface PasskeyFormProps {
  title: string
  submit: string
  /** What it is called before; null: the name is not asked. */
  name: string | null
  /** The server wants to know that it is still the same person. */
  proof: boolean
  danger?: boolean
  send: (name: string, password: string) => Promise<Passkey | null | undefined>
  done: (name: string) => string
  text?: string
  onClose: () => void
}

/** Two refusals that name no field of their own: the password is wrong, and this device has a passkey already. */
function placed(fault: Fault, error: unknown): Fault {
  if (fault.field !== null) return fault
  if (isProblem(error, 'wrong-password')) return { ...fault, field: 'passkey-password' }
  return error instanceof DOMException && error.name === 'InvalidStateError' ? { ...fault, text: t('passkeys.exists') } : fault
}

/** One question over the page; a refusal stands in it, and what was typed stays. */
function PasskeyForm({ title, submit, name: was, proof, danger, send, done, text, onClose }: PasskeyFormProps) {
  const client = useQueryClient()
  const [name, setName] = useState(was ?? '')
  const [password, setPassword] = useState('')
  const form = useForm({
    fields: { name: 'passkey-name', password: 'passkey-password' },
    check: () => {
      const faults: Fault[] = []
      if (was !== null && name.trim() === '') faults.push({ field: 'passkey-name', text: t('passkeys.name.missing') })
      if (proof && password === '') faults.push({ field: 'passkey-password', text: t('signIn.password.missing') })
      return faults
    },
    send: () => send(name.trim(), password),
    onSent: (made) => {
      if (made === null) return form.setFaults([{ field: null, text: t('passkey.cancelled') }])
      toast(done(name.trim()))
      onClose()
      void client.invalidateQueries({ queryKey: passkeysQuery.queryKey }).then(() => keepFocus())
    },
  })
  const faults = form.faults.map((each) => placed(each, form.error))
  return (
    <Dialog title={title} open onClose={onClose}>
      <form className="stack" noValidate onSubmit={form.submit}>
        {text !== undefined && <p>{text}</p>}
        <ErrorSummary title={t('form.faults')} faults={faults} />
        {was !== null && (
          <TextField
            id="passkey-name"
            label={t('passkeys.name')}
            hint={t('passkeys.name.hint')}
            autoComplete="off"
            autoFocus
            value={name}
            error={faultOf(faults, 'passkey-name')}
            onChange={(event) => setName(event.target.value)}
          />
        )}
        {proof && (
          <TextField
            id="passkey-password"
            type="password"
            label={t('signIn.password')}
            hint={t('passkeys.proof')}
            autoComplete="current-password"
            value={password}
            error={faultOf(faults, 'passkey-password')}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
        <div className="row">
          <Button kind={danger ? 'danger' : 'primary'} type="submit" busy={form.busy}>
            {submit}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

export function AddPasskeyDialog({ onClose }: { onClose: () => void }) {
  const title = t('passkeys.add')
  return <PasskeyForm title={title} submit={title} name="" proof send={addPasskey} done={(name) => t('passkeys.added', { name })} onClose={onClose} />
}

export function RenamePasskeyDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  return (
    <PasskeyForm
      title={t('passkeys.rename.of', { name: passkey.name })}
      submit={t('passkeys.rename')}
      name={passkey.name}
      proof={false}
      send={(name) => renamePasskey(passkey.id, name)}
      done={(name) => t('passkeys.renamed', { name })}
      onClose={onClose}
    />
  )
}

export function RemovePasskeyDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  return (
    <PasskeyForm
      title={t('passkeys.remove.title', { name: passkey.name })}
      submit={t('passkeys.remove')}
      name={null}
      proof
      danger
      text={t('passkeys.remove.text')}
      send={async (_, password) => {
        await removePasskey(passkey.id, password)
        return undefined
      }}
      done={() => t('passkeys.removed', { name: passkey.name })}
      onClose={onClose}
    />
  )
}
