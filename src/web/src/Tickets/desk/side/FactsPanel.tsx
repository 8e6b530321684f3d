import { useQuery } from '@tanstack/react-query'
import { categoriesOf, queuesOf, teamsOf } from '../../../Categories/categories'
import { dateTime } from '../../../lib/format'
import { currentLanguage, t } from '../../../lib/i18n'
import { Select } from '../../../ui/Field'
import { priorities, statuses, type Priority, type Status } from '../../list'
import type { Act, Ticket } from '../../ticket'
import { refusalOf } from '../acts'
import { useTicketPlace } from '../place'
import type { Changes } from '../threeWay'
import type { ChangeTicket } from '../useChange'

interface FactsPanelProps {
  ticket: Ticket
  change: ChangeTicket
}

interface Listed {
  key: string
  name: { de: string; en: string }
  archived: boolean
}

const acts: readonly Act[] = ['change_status', 'change_priority', 'change_category', 'change_queue']

/** What the ticket is filed under. Each choice is made at once; there is nothing to save. */
export function FactsPanel({ ticket, change }: FactsPanelProps) {
  const { tenant, tenantName } = useTicketPlace()
  const categories = useQuery(categoriesOf(tenant))
  const queues = useQuery(queuesOf(tenant))
  const teams = useQuery(teamsOf(tenant))
  // Why not stands once for all fields that it holds for.
  const reasons = [...new Set(acts.map((act) => refusalOf(ticket, act)))].filter((each) => each !== null)
  const at = (act: Act) => {
    const why = refusalOf(ticket, act)
    return why === null ? null : `facts-refused-${reasons.indexOf(why)}`
  }
  const make = (changes: Changes) => change.make(ticket, changes, t('ticket.saved'))
  return (
    <section className="panel panel-plain" aria-labelledby="facts">
      <h2 id="facts" className="panel-title">
        {t('ticket.facts')}
        {tenantName !== null && <span className="ticket-tenant">{tenantName}</span>}
      </h2>
      <div className="facts-lines">
        <Select id="ticket-status" label={t('ticket.status')} value={ticket.status} refusedAt={at('change_status')} onChange={(event) => make({ status: event.target.value as Status })}>
          {statuses
            // Closing takes a text with it and is an act of its own.
            .filter((each) => each !== 'closed' || ticket.status === 'closed')
            .map((each) => (
              <option key={each} value={each}>
                {t(`status.${each}`)}
              </option>
            ))}
        </Select>
        <Select id="ticket-priority" label={t('field.priority')} value={ticket.priority} refusedAt={at('change_priority')} onChange={(event) => make({ priority: event.target.value as Priority })}>
          {priorities.map((each) => (
            <option key={each} value={each}>
              {t(`priority.${each}`)}
            </option>
          ))}
        </Select>
        <Choice id="ticket-category" label={t('field.category')} items={categories.data?.items} value={ticket.category} refusedAt={at('change_category')} onChoose={(category) => make({ category })} />
        <Choice id="ticket-queue" label={t('ticket.queue')} items={queues.data?.items} value={ticket.queue ?? null} refusedAt={at('change_queue')} onChoose={(queue) => make({ queue })} />
        <Choice id="ticket-team" label={t('ticket.team')} items={teams.data?.items} value={ticket.team ?? null} refusedAt={at('change_queue')} onChoose={(team) => make({ team })} />
      </div>
      {reasons.map((each, place) => (
        <p key={each} id={`facts-refused-${place}`} className="muted small">
          {each}
        </p>
      ))}
      <dl className="facts small">
        <dt>{t('ticket.opened')}</dt>
        <dd>{dateTime(ticket.created_at)}</dd>
        <dt>{t('ticket.updated')}</dt>
        <dd>{dateTime(ticket.updated_at)}</dd>
      </dl>
    </section>
  )
}

interface ChoiceProps {
  id: string
  label: string
  items: Listed[] | undefined
  value: string | null
  refusedAt: string | null
  onChoose: (key: string | null) => void
}

/** One of a municipality's list; what is no longer listed stays to be read. */
function Choice({ id, label, items, value, refusedAt, onChoose }: ChoiceProps) {
  const listed = (items ?? []).filter((each) => !each.archived || each.key === value)
  return (
    <Select id={id} label={label} value={value ?? ''} refusedAt={refusedAt} onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}>
      <option value="">{t('ticket.none')}</option>
      {value !== null && !listed.some((each) => each.key === value) && <option value={value}>{value}</option>}
      {listed.map((each) => (
        <option key={each.key} value={each.key}>
          {each.name[currentLanguage()]}
        </option>
      ))}
    </Select>
  )
}
