import { useQuery } from '@tanstack/react-query'
import { dateTime } from '../lib/format'
import { currentLanguage, t } from '../lib/i18n'
import { timelineQuery } from './ticket'

/** What happened, in words; folded away until somebody wants to know. */
export function History({ number, tenant = null }: { number: string; tenant?: string | null }) {
  const history = useQuery(timelineQuery(number, tenant))
  return (
    <details className="card">
      <summary className="summary-line">{t('history')}</summary>
      <ol role="list" className="stack-small history">
        {history.data?.items.map((item) => (
          <li key={`${item.at} ${item.kind}`}>
            <time className="muted small" dateTime={item.at}>
              {dateTime(item.at)}
            </time>{' '}
            {item.actor_name ?? t('platform')} {item.words[currentLanguage()]}
          </li>
        ))}
      </ol>
    </details>
  )
}
