import { anyOf } from '../../lib/anyOf'
import { anyFilters, plainFilters, type ListSearch, type PlainFilter, type Priority, type SlaState, type Status } from '../list'
import type { FilterChange } from './views'

/** One thing that is asked of the tickets that are shown. */
export interface Chip {
  id: string
  name: 'status' | 'priority' | 'sla' | PlainFilter
  value: string
  /** What leaves it out. */
  without: FilterChange
}

/** Every filter that holds, each value by itself, always in the same order. */
export function chipsOf(search: ListSearch): Chip[] {
  const without = <V extends string>(values: readonly V[], value: V) => values.filter((each) => each !== value)
  const chip = (name: Chip['name'], value: string, change: FilterChange): Chip => ({ id: `${name}=${value}`, name, value, without: change })
  return [
    ...(search.status ?? []).map((value: Status) => chip('status', value, { status: without(search.status ?? [], value) })),
    ...(search.priority ?? []).map((value: Priority) => chip('priority', value, { priority: without(search.priority ?? [], value) })),
    ...(search.sla ?? []).map((value: SlaState) => chip('sla', value, { sla: without(search.sla ?? [], value) })),
    ...plainFilters.flatMap((name) => {
      const values = valuesOf(name, search[name])
      return values.map((value) => chip(name, value, { [name]: without(values, value).join(',') || undefined }))
    }),
  ]
}

function valuesOf(name: PlainFilter, value: string | undefined): string[] {
  if (value === undefined) return []
  return anyFilters.some((each) => each === name) ? anyOf(value) : [value]
}

/** Which one has the focus after this one is gone: the next, else the one before it. */
export function neighbourOf(chips: readonly Chip[], gone: Chip): Chip | null {
  const at = chips.findIndex((each) => each.id === gone.id)
  return chips[at + 1] ?? chips[at - 1] ?? null
}
