import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { classes } from '../lib/classes'
import { wordsOf } from '../lib/faults'
import { dateTime, longDateTime, relative } from '../lib/format'
import { t } from '../lib/i18n'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { toast } from '../ui/toast'
import { markRead, type Notified } from './notifications'

/** Everything that was told of one ticket. Who opens it has read it. */
export function NotifiedLine({ entry }: { entry: Notified }) {
  const client = useQueryClient()
  const line = useRef<HTMLLIElement>(null)
  const read = useMutation({
    mutationFn: () => markRead(client, entry),
    // The button goes: the heading of the line has the focus instead.
    onSuccess: () => line.current?.querySelector('a')?.focus(),
    onError: (error) => toast(wordsOf(error)),
  })
  return (
    <li ref={line} className={classes('ticket-line bell-line', entry.unread > 0 && 'bell-unread')}>
      <span>
        <Link
          to={entry.tenant ? '/t/$slug/tickets/$number' : '/work/tickets/$number'}
          params={{ number: entry.number, slug: entry.tenant ?? '' }}
          onClick={() => entry.unread > 0 && void markRead(client, entry).catch(() => undefined)}
        >
          {entry.unread > 0 && (
            <span className="bell-dot">
              <Icon name="bell" />
              <span className="visually-hidden">{t('bell.new')}: </span>
            </span>
          )}
          {entry.subject}
        </Link>
        <span className="bell-kinds">
          {entry.tenant_name && `${entry.tenant_name} · `}
          {entry.number} · {entry.kinds.map((each) => t(`bell.kind.${each}`)).join(', ')}
          {entry.count > 1 && ` · ${t('bell.count', { count: entry.count })}`} ·{' '}
          <time dateTime={entry.at} title={longDateTime(entry.at)}>
            {relative(entry.at)} <span className="visually-hidden">({dateTime(entry.at)})</span>
          </time>
          {entry.muted && (
            <>
              {' · '}
              <Icon name="muted" /> {t('bell.silent')}
            </>
          )}
        </span>
      </span>
      {entry.unread > 0 && (
        <span className="bell-act">
          <Button busy={read.isPending} aria-label={t('bell.read.one', { number: entry.number })} onPress={() => read.mutate()}>
            {t('bell.read')}
          </Button>
        </span>
      )}
    </li>
  )
}
