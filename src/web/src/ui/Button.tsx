import { useId, type ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { classes } from '../lib/classes'

type Kind = 'primary' | 'danger' | 'quiet' | 'plain'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isDisabled'> {
  kind?: Kind
  children: ReactNode
  /** Why it may not be pressed now. It stays focusable and says so; pressing does nothing. */
  refused?: string | null
  /** Id of what says so for several at once; without it the button says it itself. */
  refusedAt?: string
  /** Something that was asked for is under way; a second press does nothing. */
  busy?: boolean
}

export function Button({ kind = 'plain', refused, refusedAt, busy, children, onPress, ...rest }: ButtonProps) {
  const why = useId()
  const look = classes('button', kind !== 'plain' && `button-${kind}`)
  if (refused)
    return (
      <>
        <button type="button" id={rest.id} className={look} aria-disabled="true" aria-describedby={refusedAt ?? why} aria-label={rest['aria-label']}>
          {children}
        </button>
        {refusedAt === undefined && (
          <span id={why} className="small muted">
            {refused}
          </span>
        )}
      </>
    )
  // A button that is under way stays where it is and keeps the focus: it only does nothing more.
  return (
    <AriaButton {...rest} {...(busy ? { type: 'button' } : onPress && { onPress })} className={classes(look, busy && 'button-busy')}>
      {children}
    </AriaButton>
  )
}
