import type { ReactNode } from 'react'
import { classes } from '../lib/classes'
import type { Tone } from './Badge'

export function Notice({ tone = 'info', children, live }: { tone?: Tone; children: ReactNode; live?: boolean }) {
  return (
    <div className={classes('notice', `notice-${tone}`)} {...(live && { role: 'status' })}>
      {children}
    </div>
  )
}
