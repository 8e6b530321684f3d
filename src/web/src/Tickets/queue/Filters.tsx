import { useState } from 'react'
import { number } from '../../lib/format'
import { t } from '../../lib/i18n'
import { useMedia } from '../../lib/useMedia'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { chipsOf } from './chips'
import { FilterPanel, type FilterPanelProps } from './FilterPanel'

/** What opens the filters, wherever they are. */
export const filtersId = 'queue-filters'

interface FiltersProps extends FilterPanelProps {
  total: { count: number; more: boolean } | null
  reset: () => void
}

/** Beside the list where there is room; on a phone they would push it away, so a dialog holds them. */
export function Filters(props: FiltersProps) {
  const narrow = useMedia('(width < 48rem)')
  return narrow ? <FiltersDialog {...props} /> : <FiltersAside {...props} />
}

function FiltersAside({ reset: _reset, total: _total, ...panel }: FiltersProps) {
  const [shown] = useState(() => localStorage.getItem(place) !== 'folded')
  return (
    <details className="queue-filter" open={shown} onToggle={(event) => localStorage.setItem(place, event.currentTarget.open ? 'shown' : 'folded')}>
      <summary id={filtersId} className="summary-line">
        <h2>{t('queue.filter')}</h2>
      </summary>
      <FilterPanel {...panel} />
    </details>
  )
}

function FiltersDialog({ reset, total, ...panel }: FiltersProps) {
  const [open, setOpen] = useState(false)
  const count = chipsOf(panel.search).length
  return (
    <div className="queue-filter">
      <Button id={filtersId} onPress={() => setOpen(true)}>
        {t('queue.filter.open', { count })}
      </Button>
      <Dialog title={t('queue.filter')} open={open} onClose={() => setOpen(false)}>
        <FilterPanel {...panel} />
        <div className="row queue-filter-foot">
          <Button kind="primary" onPress={() => setOpen(false)}>
            {total === null ? t('queue.filter.show') : t('queue.filter.showCount', { count: total.count, shown: number(total.count), more: total.more ? 1 : 0 })}
          </Button>
          <Button onPress={reset}>{t('queue.filter.reset')}</Button>
        </div>
      </Dialog>
    </div>
  )
}

const place = 'helpdesk.filters'
