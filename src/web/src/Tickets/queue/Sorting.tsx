import { useId } from 'react'
import { t } from '../../lib/i18n'
import { allSorts, sorts, type ListSearch } from '../list'

export function Sorting({ search, change }: { search: ListSearch; change: (change: Pick<ListSearch, 'sort'>) => void }) {
  const id = useId()
  const shown = search.sort === undefined || sorts.some((each) => each === search.sort) ? sorts : [...sorts, search.sort]
  return (
    <span className="queue-sorting">
      <label htmlFor={id} className="small">
        {t('queue.sort')}
      </label>
      <select id={id} className="input" value={search.sort ?? '-updated_at'} onChange={(event) => change({ sort: allSorts.find((each) => each === event.target.value) ?? '-updated_at' })}>
        {shown.map((each) => (
          <option key={each} value={each}>
            {t(`queue.sort.${each}`)}
          </option>
        ))}
      </select>
    </span>
  )
}
