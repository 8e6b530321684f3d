import { Link } from '@tanstack/react-router'
import { relative } from '../lib/format'
import { t } from '../lib/i18n'
import type { TicketItem } from './list'
import { StatusBadge } from './StatusBadge'
import './tickets.css'

/** Tickets as their customers see them: what it is about, and how it stands in plain words. */
export function TicketLines({ tickets }: { tickets: TicketItem[] }) {
  return (
    <ul role="list" className="ticket-list">
      {tickets.map((ticket) => (
        <li key={ticket.id} className="ticket-line">
          <span>
            <Link to="/tickets/$number" params={{ number: ticket.number }}>
              {ticket.subject}
            </Link>
            <span className="muted small">
              <br />
              {ticket.unread && <strong className="ticket-new">{t('tickets.new')} · </strong>}
              {ticket.number} · {t('changed', { when: relative(ticket.updated_at) })}
            </span>
          </span>
          <StatusBadge status={ticket.status} plain />
        </li>
      ))}
    </ul>
  )
}
