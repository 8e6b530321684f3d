import { useMemo, type RefObject } from 'react'
import { Collection, GridList, GridListLoadMoreItem, ListLayout, Virtualizer, type Selection } from 'react-aria-components'
import { t } from '../../lib/i18n'
import type { TicketItem } from '../list'
import { TicketRow } from './TicketRow'
import type { Names } from './useNames'
import type { PresentAt } from './usePresent'
import type { RowSize } from './useRowSize'

interface TicketGridProps {
  label: string
  describedBy: string
  tickets: readonly TicketItem[]
  left: ReadonlySet<string>
  names: Names
  present: PresentAt
  hrefOf: (ticket: TicketItem) => string
  open: (id: string) => void
  selected: ReadonlySet<string>
  onSelect: (ids: ReadonlySet<string>) => void
  onMore: () => void
  loading: boolean
  more: boolean
  size: RowSize
  box: RefObject<HTMLDivElement | null>
}

/** One stop of the tab key; arrows, Home, End and Page keys go from row to row, Space selects, Enter opens. */
export function TicketGrid({ label, describedBy, tickets, left, names, present, hrefOf, open, selected, onSelect, onMore, loading, more, size, box }: TicketGridProps) {
  const layout = useMemo(() => (size.fixed ? { rowSize: size.height } : { estimatedRowSize: size.height }), [size.fixed, size.height])
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <GridList
        ref={box}
        className="queue-grid"
        data-typeahead
        aria-label={label}
        aria-describedby={describedBy}
        selectionMode="multiple"
        selectedKeys={selected}
        onSelectionChange={(next: Selection) => onSelect(new Set(next === 'all' ? tickets.map((each) => each.id) : [...next].map(String)))}
        onAction={(id) => open(String(id))}
      >
        <Collection items={tickets} dependencies={[left, names, present, hrefOf]}>
          {(ticket) => <TicketRow ticket={ticket} names={names} href={hrefOf(ticket)} left={left.has(ticket.id)} others={present(ticket.id)} />}
        </Collection>
        {more && (
          <GridListLoadMoreItem onLoadMore={onMore} isLoading={loading} className="queue-more">
            {t('loading')}
          </GridListLoadMoreItem>
        )}
      </GridList>
    </Virtualizer>
  )
}
