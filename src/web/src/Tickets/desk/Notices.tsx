import { t } from '../../lib/i18n'
import { relative } from '../../lib/format'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { TypedText } from '../../ui/TypedText'
import { may, type Ticket } from '../ticket'
import { ticketActs, type TicketActId } from './acts'
import { TicketLink } from './TicketLink'

/** What decides how one goes on with this ticket, before the conversation. */
export function Notices({ ticket, run }: { ticket: Ticket; run: (id: TicketActId) => void }) {
  const acts = ticketActs.filter((act) => ['reopen', 'decline', 'confirm'].includes(act.id) && !act.hidden?.(ticket))
  const over = ticket.status === 'resolved' || ticket.status === 'closed'
  return (
    <>
      {ticket.merged_into !== null && (
        <Notice tone="warning">
          <p>
            {t('merge.gone')} <TicketLink number={ticket.merged_into.number} />
          </p>
          {may(ticket, 'unmerge') && <Button onPress={() => run('unmerge')}>{t('ticket.act.unmerge')}</Button>}
        </Notice>
      )}
      {ticket.follow_up_of !== null && (
        <Notice>
          <p>
            {t('ticket.followUp')} <TicketLink number={ticket.follow_up_of.number} />
          </p>
        </Notice>
      )}
      {(ticket.reopen_requested_at !== null || over) && acts.length > 0 && (
        <Notice tone={ticket.reopen_requested_at === null ? 'success' : 'warning'}>
          <p>{ticket.reopen_requested_at === null ? t('ticket.over') : t('ticket.reopenAsked', { when: relative(ticket.reopen_requested_at) })}</p>
          {acts.map((act) => (
            <Button key={act.id} onPress={() => run(act.id)}>
              {t(act.label)}
            </Button>
          ))}
        </Notice>
      )}
      {over && ticket.resolution_text !== null && (
        <section className="card stack-small" aria-labelledby="resolution">
          <h2 id="resolution" className="panel-title">
            {t('ticket.resolution')}
          </h2>
          <TypedText>{ticket.resolution_text}</TypedText>
        </section>
      )}
    </>
  )
}
