import type { Schemas } from '../../api/client'
import type { Ticket } from '../ticket'

export type Changes = Schemas['ChangeTicketRequest']
export type Field = keyof Changes & keyof Ticket

export interface Collision {
  field: Field
  /** What stood there when both began. */
  before: string | null
  mine: string | null
  theirs: string | null
}

export interface Merged {
  /** What nobody else touched: it can be said again on the new version. */
  again: Changes
  /** What somebody else changed to something else meanwhile. */
  collisions: Collision[]
}

const valueOf = (ticket: Ticket, field: Field): string | null => (ticket[field] ?? null) as string | null

/**
 * A change was made on a version that is not the newest. Field by field: what the other did not touch is made again, what both have made
 * the same needs nothing, and where they differ a person chooses.
 */
export function threeWay(base: Ticket, mine: Changes, theirs: Ticket): Merged {
  const again: Changes = {}
  const collisions: Collision[] = []
  for (const field of Object.keys(mine) as Field[]) {
    const wanted = (mine[field] ?? null) as string | null
    const [before, now] = [valueOf(base, field), valueOf(theirs, field)]
    if (now === wanted) continue
    if (now === before) Object.assign(again, { [field]: wanted })
    else collisions.push({ field, before, mine: wanted, theirs: now })
  }
  return { again, collisions }
}

/** What remains to be said once somebody has chosen: of each field what it is to be, unless it stays as the other has made it. */
export function chosen(merged: Merged, wanted: ReadonlyMap<Field, string | null>): Changes {
  const changes: Changes = { ...merged.again }
  for (const { field, theirs } of merged.collisions) {
    const choice = wanted.get(field)
    if (choice !== undefined && choice !== theirs) Object.assign(changes, { [field]: choice })
  }
  return changes
}
