import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { t } from '../../lib/i18n'
import { useLater } from '../../lib/useLater'
import { Hits } from '../../Search/Hits'
import { searchQuery } from '../../Search/search'

/** Among one's own tickets, while one types. */
export function FindTickets() {
  const id = useId()
  const [words, setWords] = useState('')
  const found = useQuery(searchQuery(useLater(words), 5))
  const asked = words.trim().length >= 2
  return (
    <search className="stack-small">
      <label htmlFor={id} className="field-label">
        {t('home.search')}
      </label>
      <input id={id} className="input" type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      <div role="status" className="muted small">
        {asked && found.data && t('search.count', { count: found.data.total })}
      </div>
      {asked && found.data && <Hits hits={found.data.items} />}
    </search>
  )
}
