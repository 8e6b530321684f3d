import { useEffect, useState } from 'react'
import { longDateTime, span } from '../lib/format'
import { t } from '../lib/i18n'
import { Badge, type Tone } from '../ui/Badge'
import type { IconName } from '../ui/Icon'

interface DueBadgeProps {
  dueAt: string | null
  state: string | null
  /** In a list: the largest part alone. */
  brief?: boolean
}

const looks: Record<string, { icon: IconName; tone: Tone }> = {
  on_track: { icon: 'clock', tone: 'neutral' },
  warned: { icon: 'warning', tone: 'warning' },
  breached: { icon: 'error', tone: 'danger' },
  met: { icon: 'check', tone: 'success' },
  paused: { icon: 'pause', tone: 'neutral' },
}

/** How long is left, in words; the moment itself is one step away. Its ticks are silent: nothing here is a live region. */
export function DueBadge({ dueAt, state, brief }: DueBadgeProps) {
  const now = useMinute()
  if (state === null) return null
  const look = looks[state] ?? { icon: 'clock', tone: 'neutral' }
  return (
    <span title={dueAt === null ? undefined : longDateTime(dueAt)}>
      <Badge icon={look.icon} tone={look.tone}>
        {words(dueAt, state, now, brief ? 1 : 2)}
      </Badge>
    </span>
  )
}

function words(dueAt: string | null, state: string, now: number, parts: number): string {
  if (state === 'met') return t('due.met')
  if (state === 'paused' || dueAt === null) return t('due.paused')
  const left = new Date(dueAt).getTime() - now
  return left >= 0 ? t('due.left', { span: span(left, parts) }) : t('due.over', { span: span(left, parts) })
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
