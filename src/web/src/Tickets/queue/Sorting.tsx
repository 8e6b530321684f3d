import { useId } from 'react'
import { t } from '../../lib/i18n'
import { sorts, type ListSearch } from '../list'

export function Sorting({ search, change }: { search: ListSearch; change: (change: Pick<ListSearch, 'sort'>) => void }) {
  const id = useId()
  return (
    <span className="queue-sorting">
      <label htmlFor={id} className="small">
        {t('queue.sort')}
      </label>
      <select id={id} className="input" value={search.sort ?? '-updated_at'} onChange={(event) => change({ sort: sorts.find((each) => each === event.target.value) ?? '-updated_at' })}>
        {sorts.map((each) => (
          <option key={each} value={each}>
            {t(`queue.sort.${each}`)}
          </option>
        ))}
      </select>
    </span>
  )
}
