import { useQuery } from '@tanstack/react-query'
import { t } from '../../../lib/i18n'
import { useLater } from '../../../lib/useLater'
import { Hits } from '../../../Search/Hits'
import { searchQuery } from '../../../Search/search'

const enough = 5

/** Perhaps somebody else told it already: tickets like this one, beside the form. */
export function Duplicates({ subject, tenant }: { subject: string; tenant: string | null }) {
  const words = useLater(subject.trim(), 500)
  const asked = words.length >= enough
  const found = useQuery(searchQuery(asked ? words : '', 3, tenant))
  const hits = asked ? (found.data?.items ?? []) : []
  return (
    <aside className="panel panel-plain" aria-labelledby="duplicates">
      <h2 id="duplicates" className="panel-title">
        {t('compose.new.duplicates')}
      </h2>
      {hits.length === 0 ? (
        <p className="muted small">{t(asked && !found.isFetching ? 'compose.new.duplicates.none' : 'compose.new.duplicates.wait')}</p>
      ) : (
        <Hits hits={hits.map((each) => (tenant === null ? each : { ...each, tenant }))} staff />
      )}
    </aside>
  )
}
