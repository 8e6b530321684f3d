import { number } from '../../lib/format'
import { t } from '../../lib/i18n'
import type { Facets } from '../list'

export type Counted = Facets['status']

/** What no ticket has is not named by the server. Before it has counted nothing is said. */
export function countsOf(facet: Counted | undefined): (value: string) => number | null {
  if (facet === undefined) return () => null
  const counts = new Map(facet.map((each) => [each.value, each.count]))
  return (value) => counts.get(value) ?? 0
}

interface CountedWordProps {
  /** What it is a value of, where no legend says so. */
  of?: string
  word: string
  count: number | null
  more: boolean
}

/** A value that can be ticked, and how many tickets it would leave. */
export function CountedWord({ of, word, ...count }: CountedWordProps) {
  return (
    <span className="queue-choice">
      <span>
        {of !== undefined && <span className="visually-hidden">{of}: </span>}
        {word}
      </span>{' '}
      <Count {...count} />
    </span>
  )
}

function Count({ count, more }: { count: number | null; more: boolean }) {
  if (count === null) return null
  return (
    <span className="queue-count">
      <span aria-hidden="true">{number(count) + (more ? '+' : '')}</span>
      <span className="visually-hidden">{t('queue.facet.count', { count })}</span>
    </span>
  )
}
