import { useEffect, useState } from 'react'
import { longDateTime, span } from '../lib/format'
import { t } from '../lib/i18n'
import { Badge, type Tone } from '../ui/Badge'
import type { IconName } from '../ui/Icon'

interface DueBadgeProps {
  dueAt: string | null
  state: string | null
}

const looks: Record<string, { icon: IconName; tone: Tone }> = {
  on_track: { icon: 'clock', tone: 'neutral' },
  warned: { icon: 'warning', tone: 'warning' },
  breached: { icon: 'error', tone: 'danger' },
  met: { icon: 'check', tone: 'success' },
  paused: { icon: 'pause', tone: 'neutral' },
}

/** How long is left, in words; the moment itself is one step away. Its ticks are silent: nothing here is a live region. */
export function DueBadge({ dueAt, state }: DueBadgeProps) {
  const now = useMinute()
  if (state === null) return null
  const look = looks[state] ?? { icon: 'clock', tone: 'neutral' }
  return (
    <span title={dueAt === null ? undefined : longDateTime(dueAt)}>
      <Badge icon={look.icon} tone={look.tone}>
        {words(dueAt, state, now)}
      </Badge>
    </span>
  )
}

function words(dueAt: string | null, state: string, now: number): string {
  if (state === 'met') return t('due.met')
  if (state === 'paused' || dueAt === null) return t('due.paused')
  const left = new Date(dueAt).getTime() - now
  return left >= 0 ? t('due.left', { span: span(left) }) : t('due.over', { span: span(left) })
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
