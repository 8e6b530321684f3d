import { useEffect, useRef, useState } from 'react'
import { announce } from '../lib/announcer'
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
  const stands = standing(dueAt, state, now)
  const look = looks[stands] ?? { icon: 'clock', tone: 'neutral' }
  return (
    <span title={dueAt === null ? undefined : longDateTime(dueAt)}>
      <Badge icon={look.icon} tone={look.tone}>
        {words(dueAt, stands, now, brief ? 1 : 2)}
      </Badge>
    </span>
  )
}

/** Word, icon and colour say the same: what runs out while the page is open is over before the server has said so. */
export function standing(dueAt: string | null, state: string, now: number): string {
  const runs = state === 'on_track' || state === 'warned'
  return runs && dueAt !== null && new Date(dueAt).getTime() < now ? 'breached' : state
}

function words(dueAt: string | null, state: string, now: number, parts: number): string {
  if (state === 'met') return t('due.met')
  if (state === 'paused' || dueAt === null) return t('due.paused')
  const left = new Date(dueAt).getTime() - now
  return left >= 0 ? t('due.left', { span: span(left, parts) }) : t('due.over', { span: span(left, parts) })
}

/** Said once each, while the ticket is open: that the time grows short, and that it is over. */
export function useDueNews({ dueAt, state }: Pick<DueBadgeProps, 'dueAt' | 'state'>): void {
  const stands = standing(dueAt, state ?? '', useMinute())
  const told = useRef(stands)
  useEffect(() => {
    if (told.current === stands) return
    told.current = stands
    if (stands === 'warned' || stands === 'breached') announce(t(`due.said.${stands}`))
  }, [stands])
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
