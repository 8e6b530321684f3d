import { Checkbox, GridListItem } from 'react-aria-components'
import { classes } from '../../lib/classes'
import { relative } from '../../lib/format'
import { t } from '../../lib/i18n'
import { Icon } from '../../ui/Icon'
import { DueBadge } from '../DueBadge'
import type { Present } from '../../Live/presence'
import type { TicketItem } from '../list'
import { PriorityBadge, StatusBadge } from '../StatusBadge'
import type { Names } from './useNames'

interface TicketRowProps {
  ticket: TicketItem
  names: Names
  href: string
  left: boolean
  /** Who else is at it just now. */
  others: readonly Present['people'][number][]
}

const modified = (event: React.MouseEvent) => event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey

/** One line of the queue. The whole of it opens the ticket; its subject is a link too, for a tab of its own. */
export function TicketRow({ ticket, names, href, left, others }: TicketRowProps) {
  const tenant = names.tenant(ticket)
  const requester = names.requester(ticket)
  const queue = names.queue(ticket)
  const writing = others.filter((each) => each.state !== 'reading')
  return (
    <GridListItem
      id={ticket.id}
      textValue={ticket.subject}
      aria-label={[tenant, ticket.number, ticket.subject, ...writing.map(wordsOf)].filter(Boolean).join(', ')}
      className={classes('queue-row', left && 'queue-row-left', names.atDesk && 'queue-row-desk')}
    >
      <Checkbox slot="selection" className="queue-check">
        <span className="queue-tick" aria-hidden="true">
          <Icon name="check" />
        </span>
      </Checkbox>
      <a
        className="queue-subject"
        href={href}
        tabIndex={-1}
        draggable={false}
        onPointerDown={(event) => modified(event) && event.stopPropagation()}
        onClick={(event) => (modified(event) ? event.stopPropagation() : event.preventDefault())}
      >
        {ticket.subject}
      </a>
      <span className="queue-meta">
        {tenant !== null && <strong className="queue-tenant">{tenant}</strong>}
        <span className="queue-number">{ticket.number}</span>
        {ticket.unread && !left && <strong className="queue-unread">{t('queue.unread')}</strong>}
        {others.length > 0 && (
          <span className={classes('queue-present', writing.length > 0 && 'queue-writing')}>
            <Icon name={writing.length > 0 ? 'pencil' : 'eye'} />
            {(writing.length > 0 ? writing : others).map(wordsOf).join(' ')}
          </span>
        )}
        {left && <em>{t('queue.left')}</em>}
        {ticket.reopen_requested_at !== null && <strong className="queue-asks">{t('queue.reopen')}</strong>}
        {requester !== null && <span className="queue-more-or-less">{requester}</span>}
        {!left && <span className="queue-more-or-less queue-changed">{t('changed', { when: relative(ticket.updated_at) })}</span>}
      </span>
      <span className="queue-state">
        <StatusBadge status={ticket.status} />
        <span className={classes('queue-priority', `queue-priority-${ticket.priority}`)}>
          <PriorityBadge priority={ticket.priority} />
        </span>
      </span>
      <span className="queue-due">
        {ticket.due_at !== null || ticket.sla_state !== null ? <DueBadge dueAt={ticket.due_at} state={ticket.sla_state} brief /> : null}
      </span>
      <span className="queue-who">
        <span className={classes(ticket.assignee === null && 'muted')}>
          <span className="visually-hidden">{t('queue.assignee')} </span>
          {names.assignee(ticket)}
        </span>
        {queue !== null && <span className="muted small">{queue}</span>}
      </span>
    </GridListItem>
  )
}

function wordsOf({ state, name }: Present['people'][number]): string {
  return t(`people.${state}`, { name: name ?? t('platform') })
}
