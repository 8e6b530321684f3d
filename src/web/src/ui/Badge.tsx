import { classes } from '../lib/classes'
import { Icon, type IconName } from './Icon'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** Word, icon and colour: each of them alone is enough. */
export function Badge({ icon, tone = 'neutral', children }: { icon: IconName; tone?: Tone; children: string }) {
  return (
    <span className={classes('badge', tone !== 'neutral' && `badge-${tone}`)}>
      <Icon name={icon} />
      {children}
    </span>
  )
}
