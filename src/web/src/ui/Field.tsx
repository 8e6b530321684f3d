import { useId, type ComponentProps, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { Icon } from './Icon'

interface Frame {
  label: string
  hint?: ReactNode
  error?: string | null
  /** Said in words after the label; a star alone tells nobody anything. */
  optional?: string
}

interface Wiring {
  id: string
  describedBy: string | undefined
  invalid: boolean
}

/** Label above, hint below it, the error in the same words as in the summary. */
function FieldFrame({ label, hint, error, optional, id, children }: Frame & { id?: string; children: (wiring: Wiring) => ReactNode }) {
  const own = useId()
  const control = id ?? own
  const hintId = `${control}-hint`
  const errorId = `${control}-error`
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={control}>
        {label}
        {optional && <span className="muted"> {optional}</span>}
      </label>
      {hint && (
        <div id={hintId} className="field-hint">
          {hint}
        </div>
      )}
      {error && (
        <div id={errorId} className="field-error">
          <Icon name="error" />
          <span>{error}</span>
        </div>
      )}
      {children({ id: control, describedBy: describedBy || undefined, invalid: Boolean(error) })}
    </div>
  )
}

export function TextField({ label, hint, error, optional, id, ...input }: Frame & ComponentProps<'input'>) {
  return (
    <FieldFrame label={label} hint={hint} error={error ?? null} {...(optional && { optional })} {...(id && { id })}>
      {(wiring) => (
        <input
          {...input}
          id={wiring.id}
          className="input"
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.invalid || undefined}
        />
      )}
    </FieldFrame>
  )
}

export function TextArea({ label, hint, error, optional, id, ...input }: Frame & ComponentProps<'textarea'>) {
  return (
    <FieldFrame label={label} hint={hint} error={error ?? null} {...(optional && { optional })} {...(id && { id })}>
      {(wiring) => (
        <textarea
          {...input}
          id={wiring.id}
          className="input"
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.invalid || undefined}
        />
      )}
    </FieldFrame>
  )
}

interface Refusable {
  /** Id of what says why nothing may be chosen now. The field keeps the focus and its value, and nothing in it can be chosen. */
  refusedAt?: string | null
}

export function Select({ label, hint, error, optional, id, refusedAt, children, ...input }: Frame & Refusable & ComponentProps<'select'>) {
  return (
    <FieldFrame label={label} hint={hint} error={error ?? null} {...(optional && { optional })} {...(id && { id })}>
      {(wiring) => (
        <select
          {...input}
          {...(refusedAt && refused)}
          id={wiring.id}
          className="input"
          aria-describedby={[wiring.describedBy, refusedAt].filter(Boolean).join(' ') || undefined}
          aria-invalid={wiring.invalid || undefined}
        >
          {children}
        </select>
      )}
    </FieldFrame>
  )
}

// Neither the mouse opens it nor a key changes it; the tab key goes on.
const refused = {
  'aria-disabled': true,
  onChange: () => undefined,
  onMouseDown: (event: MouseEvent<HTMLSelectElement>) => {
    event.preventDefault()
    event.currentTarget.focus()
  },
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== 'Tab' && !event.ctrlKey && !event.metaKey) event.preventDefault()
  },
} as const

export function Checkbox({ label, ...input }: { label: ReactNode } & Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <label className="check">
      <input {...input} type="checkbox" />
      <span>{label}</span>
    </label>
  )
}
