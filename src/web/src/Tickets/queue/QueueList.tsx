import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Schemas } from '../../api/client'
import { wordsOf } from '../../lib/faults'
import { number } from '../../lib/format'
import { t } from '../../lib/i18n'
import { density } from '../../lib/preferences'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { pageSize, pagesInWindow, type ListSearch, type TicketItem } from '../list'
import { BulkBar, TagDialog } from './BulkBar'
import { BulkDialog } from './BulkDialog'
import { DensityButton } from './DensityButton'
import { useSteady } from './steady'
import { TicketGrid } from './TicketGrid'
import { useBulk } from './useBulk'
import type { Names } from './useNames'
import { usePresent } from './usePresent'
import { useQueueCommands } from './useQueueCommands'
import { useReturn } from './useReturn'
import { useRowSize } from './useRowSize'

interface QueueListProps {
  list: UseInfiniteQueryResult<InfiniteData<Schemas['TicketListResponse']>>
  search: ListSearch
  names: Names
  total: { count: number; more: boolean } | null
  sorting: ReactNode
  /** What is asked of the tickets, over them. */
  above: ReactNode
}

const none: ReadonlySet<string> = new Set()

export function QueueList({ list, search, names, total, sorting, above }: QueueListProps) {
  const router = useRouter()
  const box = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState(none)
  const [tagging, setTagging] = useState(false)
  const which = `${JSON.stringify(search)} ${list.isPlaceholderData}`
  const latest: readonly TicketItem[] = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data?.pages])
  const held = () => selected.size > 0 || (box.current?.scrollTop ?? 0) > 0 || box.current?.contains(document.activeElement) === true
  const { items, left, waiting, showAll } = useSteady(which, latest, held)
  const present = usePresent()
  const size = useRowSize(box, density.use(), items.length > 0)
  const back = useReturn(box, items.length > 0)

  const linkOf = useCallback((ticket: TicketItem) => {
    const params = { number: ticket.number, slug: ticket.tenant ?? '' }
    return ticket.tenant == null ? ({ to: '/work/tickets/$number', params } as const) : ({ to: '/t/$slug/tickets/$number', params } as const)
  }, [])
  const hrefOf = useCallback((ticket: TicketItem) => router.buildLocation(linkOf(ticket)).href, [router, linkOf])
  const byId = (id: string | null) => items.find((each) => each.id === id)
  const open = (id: string | null) => {
    const ticket = byId(id)
    if (ticket) void router.navigate(linkOf(ticket))
  }
  const targets = () => (selected.size > 0 ? items.filter((each) => selected.has(each.id)) : [byId(back.row())].filter((each) => each !== undefined))
  const toRow = () => {
    const row = back.row() ?? items[0]?.id
    requestAnimationFrame(() => (box.current?.querySelector<HTMLElement>(`[data-key="${row}"]`) ?? box.current)?.focus({ preventScroll: true }))
  }
  const bulk = useBulk((refused) => {
    setSelected(new Set(refused.map((each) => each.ticket.id)))
    if (refused.length === 0) toRow()
  })
  const refresh = () => {
    showAll()
    if (box.current) box.current.scrollTop = 0
    back.forget()
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[role="row"]')?.focus())
  }
  const commands = useQueueCommands({
    targets,
    ask: bulk.ask,
    askTag: () => setTagging(true),
    tenantOf: names.tenant,
    others: [{ id: 'queue.refresh', label: t('queue.act.refresh'), group: t('queue.title'), shortcut: 'r', run: () => (waiting > 0 || left.size > 0 ? refresh() : void list.refetch()) }],
  })
  // Another list begins at its beginning, with nothing selected.
  const shownList = useRef(which)
  useEffect(() => {
    if (shownList.current === which) return
    shownList.current = which
    setSelected(none)
    if (box.current) box.current.scrollTop = 0
    back.forget()
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [which])

  // The bar takes room from the list: the row in hand stays in sight.
  const barShown = selected.size > 0
  useEffect(() => {
    void box.current?.querySelector('[data-focused]')?.scrollIntoView({ block: 'nearest' })
  }, [barShown])

  const from = search.from ?? 0
  const last = list.data?.pages.at(-1)?.next_cursor ?? null
  const windowEnds = !list.hasNextPage && last !== null && (list.data?.pages.length ?? 0) >= pagesInWindow
  return (
    <section className="queue-main" aria-label={t('queue.list')} aria-busy={list.isPlaceholderData}>
      <div className="queue-head">
        <p id="queue-total" className="muted">
          {total !== null && items.length > 0 ? t('queue.total', { from: number(from + 1), to: number(from + items.length), total: number(total.count), more: total.more ? 1 : 0 }) : ' '}
        </p>
        <div className="queue-news" role="status">
          {waiting > 0 && <Button onPress={refresh} aria-label={t('queue.waiting.show', { count: waiting })}>{t('queue.waiting', { count: waiting })}</Button>}
        </div>
        {sorting}
        <DensityButton />
      </div>
      {above}
      {list.error && (
        <Notice tone="danger">
          <p>{wordsOf(list.error)}</p>
          <Button onPress={() => void list.refetch()}>{t('error.again')}</Button>
          {search.after && <Link to="/work" search={{ ...search, after: undefined, from: undefined } as ListSearch}>{t('queue.begin')}</Link>}
        </Notice>
      )}
      {list.isPending && <Skeleton lines={8} label={t('loading')} />}
      {list.isSuccess && items.length === 0 && (
        <div className="queue-empty card">
          <p>{t('queue.empty')}</p>
          <p className="muted">{t('queue.empty.hint')}</p>
        </div>
      )}
      {items.length > 0 && (
        <div
          className="queue-box"
          onScrollCapture={(event) => event.target === box.current && back.onScroll(box.current.scrollTop)}
          onFocus={(event) => {
            const row = rowOf(event.target)
            if (row !== null) back.onRow(row)
          }}
          onKeyDownCapture={(event) => {
            // With something selected the list would take Enter for one more selection; here Space selects and Enter opens, always.
            if (event.key !== 'Enter' || !(event.target instanceof HTMLElement) || event.target.role !== 'row') return
            event.preventDefault()
            event.stopPropagation()
            open(rowOf(event.target))
          }}
        >
          <TicketGrid
            label={t('queue.list')}
            describedBy="queue-total"
            tickets={items}
            left={left}
            names={names}
            present={present}
            hrefOf={hrefOf}
            open={open}
            selected={selected}
            onSelect={setSelected}
            onMore={() => void list.fetchNextPage({ cancelRefetch: false })}
            loading={list.isFetchingNextPage}
            more={list.hasNextPage && !list.isPlaceholderData}
            size={size}
            box={box}
          />
        </div>
      )}
      {(windowEnds || search.after) && (
        <p className="row">
          {search.after && <Link className="button" to="/work" search={{ ...search, after: undefined, from: undefined } as ListSearch}>{t('queue.begin')}</Link>}
          {windowEnds && <Link className="button" to="/work" search={{ ...search, after: last, from: from + pageSize * pagesInWindow }}>{t('queue.next')}</Link>}
        </p>
      )}
      {barShown && (
        <BulkBar
          count={selected.size}
          loaded={items.length}
          commands={commands}
          onAll={() => setSelected(new Set(items.map((each) => each.id)))}
          onNone={() => {
            setSelected(none)
            toRow()
          }}
        />
      )}
      <TagDialog open={tagging} onClose={() => setTagging(false)} onTag={(tag) => bulk.ask(targets(), { tag })} />
      <BulkDialog bulk={bulk} names={names} />
    </section>
  )
}

function rowOf(target: EventTarget): string | null {
  return target instanceof HTMLElement ? (target.closest<HTMLElement>('[role="row"]')?.dataset['key'] ?? null) : null
}
