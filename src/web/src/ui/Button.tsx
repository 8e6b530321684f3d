import { useId, type ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { classes } from '../lib/classes'

type Kind = 'primary' | 'danger' | 'quiet' | 'plain'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isDisabled'> {
  kind?: Kind
  children: ReactNode
  /** Why it may not be pressed now. It stays focusable and says so; pressing does nothing. */
  refused?: string | null
  /** Something that was asked for is under way; a second press does nothing. */
  busy?: boolean
}

export function Button({ kind = 'plain', refused, busy, children, onPress, ...rest }: ButtonProps) {
  const why = useId()
  const look = classes('button', kind !== 'plain' && `button-${kind}`)
  if (refused)
    return (
      <>
        <button type="button" className={look} aria-disabled="true" aria-describedby={why} aria-label={rest['aria-label']}>
          {children}
        </button>
        <span id={why} className="small muted">
          {refused}
        </span>
      </>
    )
  return (
    <AriaButton {...rest} {...(onPress && !busy && { onPress })} className={classes(look, busy && 'button-busy')}>
      {children}
    </AriaButton>
  )
}
