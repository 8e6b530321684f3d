import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { t } from '../lib/i18n'
import { sessionQuery } from '../SignIn/session'
import { Badge } from '../ui/Badge'
import { Highlighted } from './Highlighted'
import type { Hit } from './search'
import { Title } from './Title'

/** Tickets and people, each with the place where the words stand. What is of another kind is passed over. */
export function WorkHits({ hits, words }: { hits: Hit[]; words: string }) {
  const tenants = useQuery(sessionQuery).data?.tenants ?? []
  const known = hits.filter((each) => each.type === 'ticket' || each.type === 'person')
  if (known.length === 0) return null
  return (
    <ul role="list" className="ticket-list">
      {known.map((hit) => {
        const tenant = hit.tenant == null ? null : (tenants.find((each) => each.slug === hit.tenant)?.name ?? hit.tenant)
        return (
          <li key={`${hit.type} ${hit.id}`} className="ticket-line">
            <span>
              <HitLink hit={hit} words={words} />
              <span className="hit">
                <span className="muted small">
                  {tenant !== null && <strong>{tenant} · </strong>}
                  {hit.number !== null && `${hit.number} · `}
                  {t('hit.reasons', { reasons: hit.reasons.map((each) => t(`reason.${each}`)).join(', ') })}
                </span>
                <Highlighted text={hit.snippet} />
              </span>
            </span>
            {hit.type === 'person' && <Badge icon="person">{t('find.person')}</Badge>}
          </li>
        )
      })}
    </ul>
  )
}

function HitLink({ hit, words }: { hit: Hit; words: string }) {
  const title = <Title text={hit.title} words={hit.reasons.some((each) => each === 'subject' || each === 'name') ? words : ''} />
  if (hit.type === 'person')
    return (
      <Link to="/work" search={{ requester: hit.id }}>
        {title}
        <span className="visually-hidden">, {t('find.person.tickets')}</span>
      </Link>
    )
  const params = { number: hit.number ?? '', slug: hit.tenant ?? '' }
  return hit.tenant == null ? (
    <Link to="/work/tickets/$number" params={params}>
      {title}
    </Link>
  ) : (
    <Link to="/t/$slug/tickets/$number" params={params}>
      {title}
    </Link>
  )
}
