import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../lib/i18n'
import { useLater } from '../../../lib/useLater'
import type { Schemas } from '../../../api/client'
import { searchQuery } from '../../../Search/search'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import { useTicketPlace } from '../place'

export type Found = Schemas['SearchItemResponse'] & { number: string }

interface FinderProps {
  label: string
  error?: string | null
  chosen: Found | null
  onChosen: (found: Found | null) => void
}

/** Another ticket of the same municipality, by its number or by words. */
export function TicketFinder({ label, error, chosen, onChosen }: FinderProps) {
  const place = useTicketPlace()
  const [words, setWords] = useState('')
  const later = useLater(words)
  const found = useQuery(searchQuery(later, 6, place.tenant))
  const hits = (found.data?.items ?? []).filter((each): each is Found => each.number !== null && each.number !== place.number)
  if (chosen !== null)
    return (
      <div className="finder-chosen">
        <span>
          <strong>{chosen.number}</strong> {chosen.title}
        </span>
        <Button kind="quiet" onPress={() => onChosen(null)}>
          {t('merge.other')}
        </Button>
      </div>
    )
  return (
    <div className="stack-small">
      <TextField id="finder" autoFocus autoComplete="off" label={label} hint={t('merge.find.hint')} value={words} error={error ?? null} onChange={(event) => setWords(event.target.value)} />
      {later.trim().length >= 2 && (
        <p className="muted small" role="status">
          {found.isFetching ? t('loading') : t('search.count', { count: hits.length })}
        </p>
      )}
      {later.trim().length >= 2 && hits.length > 0 && (
        <ul role="list" className="finder">
          {hits.map((hit) => (
            <li key={hit.id}>
              <button type="button" className="finder-hit" onClick={() => onChosen(hit)}>
                <strong>{hit.number}</strong>
                <span>{hit.title}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
