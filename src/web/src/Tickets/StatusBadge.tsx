import { t } from '../lib/i18n'
import { Badge, type Tone } from '../ui/Badge'
import type { IconName } from '../ui/Icon'
import type { Priority, Status } from './list'

const looks: Record<Status, { icon: IconName; tone: Tone }> = {
  open: { icon: 'info', tone: 'info' },
  in_progress: { icon: 'pencil', tone: 'info' },
  waiting_on_customer: { icon: 'pause', tone: 'warning' },
  resolved: { icon: 'check', tone: 'success' },
  closed: { icon: 'check', tone: 'neutral' },
}

/** Staff read the term, customers what it means for them. */
export function StatusBadge({ status, plain }: { status: Status; plain?: boolean }) {
  return (
    <Badge icon={looks[status].icon} tone={looks[status].tone}>
      {t(plain ? `status.plain.${status}` : `status.${status}`)}
    </Badge>
  )
}

const tones: Record<Priority, Tone> = { low: 'neutral', medium: 'neutral', high: 'warning', urgent: 'danger' }

export function PriorityBadge({ priority }: { priority: Priority }) {
  return (
    <Badge icon="flag" tone={tones[priority]}>
      {t(`priority.${priority}`)}
    </Badge>
  )
}
