import { useId } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { t } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { toast } from '../../ui/toast'
import { DueBadge, useDueNews } from '../DueBadge'
import { PriorityBadge, StatusBadge } from '../StatusBadge'
import { nameOf, type Person, type Ticket } from '../ticket'
import { ticketActs, type TicketActId } from './acts'
import { useTicketPlace } from './place'

interface HeadProps {
  ticket: Ticket
  people: Person[]
  run: (id: TicketActId) => void
  busy: boolean
}

const beside: readonly TicketActId[] = ['take', 'answer', 'assign', 'close']
const inMenu: readonly TicketActId[] = ['edit', 'merge', 'unmerge', 'link', 'mute', 'unmute', 'copy', 'delete', 'previous', 'next']

/** How the ticket stands, and what is done with it most. */
export function Head({ ticket, people, run, busy }: HeadProps) {
  const { account, tenantName } = useTicketPlace()
  const why = useId()
  useDueNews({ dueAt: ticket.due_at, state: ticket.sla_state })
  const shown = (ids: readonly TicketActId[]) => ticketActs.filter((act) => ids.includes(act.id) && !act.hidden?.(ticket))
  // Whose ticket it is already says the line beside it.
  const main = shown(beside).filter((act) => act.id !== 'take' || ticket.assignee !== account)
  const reasons = new Set(main.map((act) => act.refused(ticket, account)))
  // The same reason for all of them is said once.
  const once = reasons.size === 1 ? ([...reasons][0] ?? null) : null
  return (
    <div className="ticket-head">
      <div className="row">
        <StatusBadge status={ticket.status} />
        <PriorityBadge priority={ticket.priority} />
        <DueBadge dueAt={ticket.due_at} state={ticket.sla_state} />
        <span className="muted small">
          {ticket.assignee === null ? t('ticket.nobody') : t('ticket.with', { name: nameOf(people, ticket.assignee) ?? t('somebody') })}
        </span>
        {ticket.muted === true && (
          <span className="muted small">
            <Icon name="muted" /> {t('mute.on')}
          </span>
        )}
      </div>
      <div className="ticket-acts" role="group" aria-label={tenantName === null ? t('ticket.acts') : t('ticket.acts.of', { tenant: tenantName })}>
        {main.map((act) => (
          <Button
            key={act.id}
            id={`act-${act.id}`}
            kind={act.id === 'take' && ticket.assignee === null ? 'primary' : 'plain'}
            refused={act.refused(ticket, account)}
            {...(once !== null && { refusedAt: why })}
            busy={busy && act.id === 'take'}
            onPress={() => run(act.id)}
          >
            {t(act.label)}
          </Button>
          ))}
        <More acts={shown(inMenu)} ticket={ticket} account={account} run={run} />
        {once !== null && (
          <span id={why} className="small muted">
            {once}
          </span>
        )}
      </div>
    </div>
  )
}

interface MoreProps {
  acts: typeof ticketActs
  ticket: Ticket
  account: string
  run: (id: TicketActId) => void
}

function More({ acts, ticket, account, run }: MoreProps) {
  return (
    <MenuTrigger>
      <AriaButton className="button">
        {t('ticket.more')}
        <Icon name="down" />
      </AriaButton>
      <Popover>
        <Menu
          className="menu"
          onAction={(key) => {
            const act = acts.find((each) => each.id === key)
            if (act === undefined) return
            const why = act.refused(ticket, account)
            if (why === null) run(act.id)
            else toast(why)
          }}
        >
          {acts.map((act) => {
            const why = act.refused(ticket, account)
            return (
              <MenuItem key={act.id} id={act.id} className="menu-item" textValue={t(act.label)}>
                <span className="stack-tight">
                  <Text slot="label">{t(act.label)}</Text>
                  {why !== null && (
                    <Text slot="description" className="muted small">
                      {why}
                    </Text>
                  )}
                </span>
              </MenuItem>
            )
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
