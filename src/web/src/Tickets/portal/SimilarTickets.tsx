import { useQuery } from '@tanstack/react-query'
import { t } from '../../lib/i18n'
import { useLater } from '../../lib/useLater'
import { Hits } from '../../Search/Hits'
import { searchQuery } from '../../Search/search'

/** Perhaps it was asked already: one's own tickets like this one, while one types. */
export function SimilarTickets({ subject }: { subject: string }) {
  const words = useLater(subject, 500)
  const found = useQuery(searchQuery(words.trim().length >= 5 ? words : '', 3))
  if (words.trim().length < 5 || !found.data || found.data.items.length === 0) return null
  return (
    <section className="stack-small" aria-labelledby="similar">
      <h2 id="similar" className="new-next">
        {t('new.similar')}
      </h2>
      <Hits hits={found.data.items} />
    </section>
  )
}
