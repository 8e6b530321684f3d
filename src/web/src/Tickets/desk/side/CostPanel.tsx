import { queryOptions, useQuery } from '@tanstack/react-query'
import { answerOf } from '../../../api/client'
import { isProblem } from '../../../api/problem'
import { currentLanguage, t } from '../../../lib/i18n'
import { sessionQuery } from '../../../SignIn/session'
import { useTicketPlace, type TicketPlace } from '../place'

const costQuery = (place: TicketPlace) =>
  queryOptions({
    queryKey: ['ticket', place.key, 'cost'],
    queryFn: async ({ signal }) => {
      try {
        return await answerOf(place.api.GET('/api/v1/tickets/{id}/cost', { signal, params: { path: { id: place.number } } }))
      } catch (error) {
        if (isProblem(error, 'role-required')) return null
        throw error
      }
    },
  })

const money = (minor: number, currency: string) => {
  const format = new Intl.NumberFormat(currentLanguage(), { style: 'currency', currency })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** For whoever may see what work costs. */
export function CostPanel() {
  const place = useTicketPlace()
  const session = useQuery(sessionQuery)
  const role = place.tenant === null ? session.data?.role : session.data?.tenants.find((each) => each.slug === place.tenant)?.role
  const allowed = role === 'manager' || role === 'admin'
  const cost = useQuery({ ...costQuery(place), enabled: allowed })
  if (!allowed || !cost.data) return null
  return (
    <section className="panel panel-plain" aria-labelledby="cost">
      <h2 id="cost" className="panel-title">
        {t('time.cost')}
      </h2>
      {cost.data.totals.length === 0 && <p className="muted small">{t('time.cost.none')}</p>}
      <dl className="facts small">
        {cost.data.totals.map((each) => (
          <div key={each.cost.currency} className="facts-row">
            <dt>{t('time.cost.all')}</dt>
            <dd>{money(each.cost.amount_minor, each.cost.currency)}</dd>
            <dt>{t('time.cost.billable')}</dt>
            <dd>{money(each.billable.amount_minor, each.billable.currency)}</dd>
          </div>
        ))}
      </dl>
      {cost.data.minutes_without_rate > 0 && <p className="muted small">{t('time.cost.without', { minutes: cost.data.minutes_without_rate })}</p>}
    </section>
  )
}
