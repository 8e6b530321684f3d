import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../lib/i18n'
import { toast } from '../../ui/toast'
import type { TicketItem } from '../list'
import { bulkOf, carryOut, refusedAgain, undoOf, type BulkChange, type BulkItem } from './bulk'

export interface BulkState {
  phase: 'ask' | 'run' | 'report'
  items: readonly BulkItem[]
  finished: number
  /** What is under way leads back. */
  undoing: boolean
}

/** From the question over the progress to the report. One ticket alone needs no question: the act can be taken back. */
export function useBulk(onDone: (refused: readonly BulkItem[]) => void) {
  const client = useQueryClient()
  const [state, setState] = useState<BulkState | null>(null)

  const run = async (items: readonly BulkItem[], undoing: boolean, quiet: boolean, before: readonly BulkItem[] = []) => {
    if (!quiet) setState({ phase: 'run', items, finished: 0, undoing })
    // What was done before a second try belongs to the same act: it is reported and taken back with it.
    const results = [...before, ...(await carryOut(items, (finished) => setState((was) => (was === null ? null : { ...was, finished }))))]
    const refused = results.filter((each) => each.state === 'refused')
    void client.invalidateQueries({ queryKey: ['tickets'] })
    for (const { ticket } of results) void client.invalidateQueries({ queryKey: ['ticket', ticket.number] })
    if (refused.length > 0) setState({ phase: 'report', items: results, finished: results.length, undoing })
    else {
      setState(null)
      const back = undoing ? [] : undoOf(results)
      const text = t(undoing ? 'queue.bulk.undone' : 'queue.bulk.done', { count: results.length })
      toast(text, back.length === 0 ? undefined : { label: t('queue.bulk.undo'), run: () => void run(back, true, back.length === 1) })
    }
    onDone(refused)
  }

  return {
    state,
    ask: (tickets: readonly TicketItem[], wanted: BulkChange) => {
      const items = bulkOf(tickets, wanted)
      if (items.length === 1) void run(items, false, true)
      else if (items.length > 1) setState({ phase: 'ask', items, finished: 0, undoing: false })
    },
    confirm: () => state && void run(state.items, false, false),
    retry: async () => {
      if (state === null) return
      setState({ ...state, phase: 'run', finished: 0 })
      await run(await refusedAgain(state.items), state.undoing, false, state.items.filter((each) => each.state === 'done'))
    },
    undo: () => state && void run(undoOf(state.items), true, false),
    close: () => setState(null),
  }
}
