import { queryOptions, useQuery } from '@tanstack/react-query'
import { answerOf } from '../../../api/client'
import { dateTime, longDateTime, span } from '../../../lib/format'
import { t } from '../../../lib/i18n'
import { Badge, type Tone } from '../../../ui/Badge'
import type { IconName } from '../../../ui/Icon'
import { Skeleton } from '../../../ui/Skeleton'
import { useTicketPlace, type TicketPlace } from '../place'
import { drawn, milliseconds, type Segment, type Target } from './sla'

const slaQuery = (place: TicketPlace) =>
  queryOptions({
    queryKey: ['ticket', place.key, 'sla'],
    queryFn: ({ signal }) => answerOf(place.api.GET('/api/v1/tickets/{id}/sla', { signal, params: { path: { id: place.number } } })),
  })

const looks: Record<Target['verdict'], { icon: IconName; tone: Tone }> = {
  on_track: { icon: 'clock', tone: 'neutral' },
  warned: { icon: 'warning', tone: 'warning' },
  breached: { icon: 'error', tone: 'danger' },
  missed: { icon: 'error', tone: 'danger' },
  paused: { icon: 'pause', tone: 'neutral' },
  met: { icon: 'check', tone: 'success' },
}

/** By when what is due, and why then: the list says it, the line beside it only decorates. */
export function SlaPanel() {
  const place = useTicketPlace()
  const sla = useQuery(slaQuery(place))
  return (
    <section className="panel panel-plain" aria-labelledby="sla">
      <h2 id="sla" className="panel-title">
        {t('sla.title')}
      </h2>
      {sla.isPending && <Skeleton lines={2} label={t('loading')} />}
      {sla.data?.awaits_mail_since && <p className="small">{t('sla.awaits', { when: dateTime(sla.data.awaits_mail_since) })}</p>}
      {sla.data?.targets.length === 0 && <p className="muted small">{t('sla.none')}</p>}
      {sla.data?.targets.map((target) => (
        <TargetLine key={`${target.target} ${target.cycle}`} target={target} />
      ))}
    </section>
  )
}

function TargetLine({ target }: { target: Target }) {
  const look = looks[target.verdict]
  const within = span(milliseconds(target.within))
  return (
    <div className="sla-target">
      <div className="row row-apart">
        <h3>{t(`sla.target.${target.target}`)}</h3>
        <Badge icon={look.icon} tone={look.tone}>
          {t(`sla.verdict.${target.verdict}`)}
        </Badge>
      </div>
      <p>{due(target)}</p>
      <Line segments={target.segments} />
      <details>
        <summary className="summary-line small">{t('sla.why')}</summary>
        <div className="stack-small small">
          <p>{t('sla.rule', { policy: target.policy_name, within, calendar: target.calendar_name, start: dateTime(target.started_at) })}</p>
          <ol role="list" className="stack-tight">
            {target.segments.map((segment) => (
              <li key={segment.from} className="sla-segment" data-counts={segment.counts || undefined}>
                <strong>{t(segment.counts ? 'sla.counts' : 'sla.rests')}</strong>
                <span>
                  <SegmentWords segment={segment} />
                </span>
              </li>
            ))}
            {target.due_at !== null && (
              <li className="sla-segment">
                <strong>{t('sla.due')}</strong>
                <time dateTime={target.due_at}>{longDateTime(target.due_at)}</time>
              </li>
            )}
          </ol>
        </div>
      </details>
    </div>
  )
}

function due(target: Target): string {
  const left = milliseconds(target.remaining)
  if (target.ended_at !== null) return t('sla.ended', { when: dateTime(target.ended_at), elapsed: span(milliseconds(target.elapsed)) })
  if (target.due_at === null) return t('sla.resting', { left: span(left) })
  return left < 0 ? t('sla.over', { when: longDateTime(target.due_at), over: span(left) }) : t('sla.until', { when: longDateTime(target.due_at), left: span(left) })
}

function SegmentWords({ segment }: { segment: Segment }) {
  const length = span(new Date(segment.to).getTime() - new Date(segment.from).getTime())
  return (
    <>
      {t('sla.segment', { from: dateTime(segment.from), to: dateTime(segment.to), length })}
      {segment.reason !== 'running' && ` · ${t(`sla.reason.${segment.reason}`)}`}
      {segment.note !== null && ` (${segment.note})`}
    </>
  )
}

const width = 320

function Line({ segments }: { segments: Segment[] }) {
  return (
    <svg className="sla-line" viewBox={`0 0 ${width} 8`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {drawn(segments, width).map((each) => (
        <rect key={each.x} x={each.x} width={each.width} y={each.counts ? 0 : 3} height={each.counts ? 8 : 2} className={each.counts ? 'sla-counts' : 'sla-rests'} />
      ))}
    </svg>
  )
}
