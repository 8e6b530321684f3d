import { useState } from 'react'
import type { TicketItem } from '../list'

/** What is shown, as against what the server has by now. */
export interface Steady {
  items: readonly TicketItem[]
  /** Are shown and no longer belong to the list. */
  left: ReadonlySet<string>
  /** Belong to the list by now and wait until somebody asks for them. */
  waiting: number
}

/** Changes come in place, what lies behind the last row is added there, everything else waits: no row moves. */
export function keepStill(shown: readonly TicketItem[], latest: readonly TicketItem[]): Steady {
  if (shown.length === 0) return { items: latest, left: new Set(), waiting: 0 }
  const now = new Map(latest.map((each) => [each.id, each]))
  const known = new Set(shown.map((each) => each.id))
  const end = latest.findLastIndex((each) => known.has(each.id)) + 1
  const behind = end === 0 ? [] : latest.slice(end)
  return {
    items: [...shown.map((each) => now.get(each.id) ?? each), ...behind],
    left: new Set(shown.filter((each) => !now.has(each.id)).map((each) => each.id)),
    waiting: latest.slice(0, end === 0 ? latest.length : end).filter((each) => !known.has(each.id)).length,
  }
}

/**
 * `list` names what is shown: another one begins anew. `held` is asked when there is something new: whether somebody has the list in hand.
 */
export function useSteady(list: string, latest: readonly TicketItem[], held: () => boolean) {
  const [state, setState] = useState({ list, latest, shown: fresh(latest) })
  let shown = state.shown
  if (state.list !== list || state.latest !== latest) {
    shown = state.list === list && held() ? keepStill(state.shown.items, latest) : fresh(latest)
    setState({ list, latest, shown })
  }
  return { ...shown, showAll: () => setState({ list, latest, shown: fresh(latest) }) }
}

function fresh(latest: readonly TicketItem[]): Steady {
  return { items: latest, left: new Set(), waiting: 0 }
}
