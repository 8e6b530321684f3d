import { useEffect, useState } from 'react'
import { drafts, keepDraft, type Draft, type DraftKind } from '../../drafts'
import type { TicketPlace } from '../place'

const nothing: Draft = { text: '', pasted: [] }

/** What is written here, kept while it is written. It belongs to this account, municipality, ticket and editor. */
export function useDraft(place: TicketPlace, kind: DraftKind) {
  const [draft, setDraft] = useState(nothing)
  const [touched, setTouched] = useState(false)
  const [kept, setKept] = useState<number | null>(null)
  const [keeper] = useState(() =>
    keepDraft(drafts, { account: place.account, tenant: place.slug, ticket: place.number, kind }, (yes) => setKept(yes ? Date.now() : null)),
  )

  useEffect(() => {
    let here = true
    void keeper.load().then((found) => {
      // What somebody began to type meanwhile stays.
      if (here && found !== null) setDraft((now) => (now.text === '' ? found : now))
    })
    const flush = () => void keeper.flush()
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flush)
    return () => {
      here = false
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [keeper])

  return {
    draft,
    /** In words beside the editor; null: nothing was written here yet. */
    state: !touched ? null : kept === null ? ('pending' as const) : kept,
    change(next: Draft) {
      setTouched(true)
      setDraft(next)
      keeper.change(next)
    },
    flush: () => void keeper.flush(),
    clear() {
      setTouched(false)
      setDraft(nothing)
      void keeper.clear()
    },
  }
}

export type DraftHere = ReturnType<typeof useDraft>
