import { announce } from '../../lib/announcer'
import { t } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import type { ListSearch } from '../list'
import { chipsOf, neighbourOf, type Chip } from './chips'
import type { FilterWords } from './useFilterWords'
import type { FilterChange } from './views'

interface ChipsProps {
  search: ListSearch
  words: FilterWords
  change: (change: FilterChange) => void
  /** Id of what has the focus when none is left. */
  neighbour: string
  reset: () => void
}

const idOf = (chip: Chip) => `chip-${chip.id}`

/** What is asked of the tickets that are shown; each can be taken back by itself. */
export function Chips({ search, words, change, neighbour, reset }: ChipsProps) {
  const chips = chipsOf(search)
  if (chips.length === 0) return null
  const remove = (chip: Chip) => {
    const next = neighbourOf(chips, chip)
    // Before it goes: a focus that is lost cannot be given away.
    document.getElementById(next === null ? neighbour : idOf(next))?.focus()
    announce(t('queue.chip.removed', { filter: words.chip(chip) }))
    change(chip.without)
  }
  return (
    <ul role="list" className="queue-chips" aria-label={t('queue.chips')}>
      {chips.map((chip) => (
        <li key={chip.id} className="queue-chip">
          {words.chip(chip)}
          <button type="button" id={idOf(chip)} className="queue-chip-remove" aria-label={t('queue.chip.remove', { filter: words.chip(chip) })} onClick={() => remove(chip)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
      <li>
        <Button kind="quiet" onPress={reset}>
          {t('queue.filter.reset')}
        </Button>
      </li>
    </ul>
  )
}
