import { t } from '../lib/i18n'
import { TextField } from '../ui/Field'

interface NewPasswordProps {
  value: string
  onChange: (next: string) => void
  error: string | null
}

/** One field: what is typed can be shown, pasted and made by a password manager, so nobody types it twice. */
export function NewPassword({ value, onChange, error }: NewPasswordProps) {
  return (
    <TextField
      id="password"
      label={t('password.new')}
      hint={t('password.hint')}
      type="password"
      autoComplete="new-password"
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
