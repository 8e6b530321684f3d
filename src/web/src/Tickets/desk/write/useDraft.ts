import { useState } from 'react'
import { onLeaving } from '../../../lib/leaving'
import { draftKey, ticketDraft, useDraft as useKept } from '../../useDraft'
import type { TicketPlace } from '../place'
import type { Pasted, Written } from './written'

// Where words came from is known for as long as the draft is: whoever leaves and comes back is asked all the same.
const origins = new Map<string, Pasted[]>()
onLeaving({ keep: () => Promise.resolve(), forget: () => origins.clear() })

/** What is written here, kept on the server while it is written. It belongs to this account, municipality, ticket and editor. */
export function useDraft(place: TicketPlace, kind: 'answer' | 'note') {
  const key = draftKey(place.slug, place.account, place.number, kind)
  const kept = useKept(key, () => ticketDraft(place.number, kind, place.tenant))
  const [pasted, setPasted] = useState<Pasted[]>(() => origins.get(key) ?? [])
  const remember = (next: Pasted[]) => {
    if (next.length === 0) origins.delete(key)
    else origins.set(key, next)
    setPasted(next)
  }
  return {
    draft: { text: kept.text, pasted } satisfies Written,
    kept,
    change(next: Written) {
      remember(next.pasted)
      kept.keeper.type(next.text)
    },
    /** From the end of a paste on: the words themselves come in as typed ones do. */
    came: (from: Pasted) => remember([...(origins.get(key) ?? []), from]),
    during: <T>(send: () => Promise<T>) => kept.keeper.during(send),
    flush: () => void kept.keeper.flush(),
    clear() {
      remember([])
      void kept.keeper.sent()
    },
  }
}
