import { Link } from '@tanstack/react-router'
import { t } from '../lib/i18n'
import type { Schemas } from '../api/client'
import { Highlighted } from './Highlighted'
import './search.css'

type Hit = Schemas['SearchItemResponse']

/** Each with where the words were found. */
export function Hits({ hits, staff }: { hits: Hit[]; staff?: boolean }) {
  return (
    <ul role="list" className="ticket-list">
      {hits.map((hit) => (
        <li key={hit.id} className="ticket-line">
          <span>
            <Link
              to={staff ? (hit.tenant ? '/t/$slug/tickets/$number' : '/work/tickets/$number') : '/tickets/$number'}
              params={{ number: hit.number ?? '', slug: hit.tenant ?? '' }}
            >
              {hit.title}
            </Link>
            <span className="hit">
              <span className="muted small">
                {hit.number} · {t('hit.reasons', { reasons: hit.reasons.map((each) => t(`reason.${each}`)).join(', ') })}
              </span>
              <Highlighted text={hit.snippet} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
