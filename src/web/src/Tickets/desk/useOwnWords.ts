import { useEffect, useRef } from 'react'
import type { Comment } from '../ticket'

const editors = new Set(['answer', 'note-text'])

/**
 * Once one's own words stand in the conversation, the focus goes to them: the editor is empty, and what comes next is done with the keys of
 * the page. Whoever writes on already is left alone.
 */
export function useOwnWords(comments: readonly Comment[] | undefined, account: string): void {
  const newest = comments?.at(-1)
  const known = useRef<string | null>(null)
  useEffect(() => {
    if (comments === undefined) return
    const before = known.current
    known.current = newest?.id ?? ''
    if (before === null || newest === undefined || newest.id === before || newest.author !== account) return
    const field = document.activeElement
    if (field instanceof HTMLTextAreaElement && editors.has(field.id) && field.value === '')
      document.getElementById(`comment-${newest.id}`)?.focus({ preventScroll: true })
    // Only what came last decides.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [newest?.id, account, comments === undefined])
}
