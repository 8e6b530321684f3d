import { useState, type ReactNode } from 'react'
import { t } from '../../../lib/i18n'
import { may, type Person, type Ticket } from '../../ticket'
import type { TicketActId } from '../acts'
import { Mails } from '../Mails'
import type { ChangeTicket } from '../useChange'
import { CostPanel } from './CostPanel'
import { FactsPanel } from './FactsPanel'
import { LinksPanel } from './LinksPanel'
import { Panel } from './Panel'
import { RequesterPanel } from './RequesterPanel'
import { SlaPanel } from './SlaPanel'
import { TagsPanel } from './TagsPanel'
import { TimePanel } from './TimePanel'

interface SidePanelProps {
  ticket: Ticket
  people: Person[]
  change: ChangeTicket
  run: (id: TicketActId) => void
  note: ReactNode
}

/** What belongs to the ticket beside its conversation. */
export function SidePanel({ ticket, people, change, run, note }: SidePanelProps) {
  const [mails, setMails] = useState(false)
  return (
    <aside className="ticket-side" aria-label={t('ticket.side')}>
      <FactsPanel ticket={ticket} change={change} />
      {note}
      <RequesterPanel ticket={ticket} people={people} />
      {may(ticket, 'read_sla') && <SlaPanel />}
      <TagsPanel ticket={ticket} />
      <LinksPanel ticket={ticket} run={run} />
      <TimePanel people={people} />
      <CostPanel />
      <Panel title={t('mails.title')} open={mails} onOpen={setMails}>
        {mails && <Mails />}
      </Panel>
    </aside>
  )
}
