import { useState } from 'react'
import { commentDraft, useDraft as useKept } from '../../useDraft'
import type { TicketPlace } from '../place'
import type { Pasted, Written } from './written'

/** What is written here, kept on the server while it is written. It belongs to this account, municipality, ticket and editor. */
export function useDraft(place: TicketPlace, kind: 'answer' | 'note') {
  const kept = useKept(() => commentDraft(place.number, kind, place.api))
  const [pasted, setPasted] = useState<Pasted[]>([])
  return {
    draft: { text: kept.text, pasted } satisfies Written,
    kept,
    change(next: Written) {
      setPasted(next.pasted)
      kept.keeper.type(next.text)
    },
    flush: () => void kept.keeper.flush(),
    clear() {
      setPasted([])
      void kept.keeper.sent()
    },
  }
}
