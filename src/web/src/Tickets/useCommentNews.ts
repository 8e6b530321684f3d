import { useEffect, useRef } from 'react'
import { announce } from '../lib/announcer'
import { t } from '../lib/i18n'
import type { Comment } from './ticket'

/** How many have come behind the last one that was there; one's own are no news, nor are older ones that were unfolded. */
export function newsAmong(comments: readonly Comment[], last: string, reader: string): number {
  const at = comments.findIndex((each) => each.id === last)
  return at < 0 ? 0 : comments.slice(at + 1).filter((each) => each.author !== reader && !each.is_system).length
}

// What comes within a moment is said together.
const gather = 1500

/** Says that others have written while the ticket is open. What they wrote is read where it stands. */
export function useCommentNews(comments: readonly Comment[] | undefined, reader: string): void {
  const last = useRef<string | null>(null)
  const latest = useRef(comments)
  latest.current = comments
  const newest = comments?.at(-1)?.id ?? (comments === undefined ? undefined : '')
  useEffect(() => {
    if (newest === undefined) return
    if (last.current === null) {
      last.current = newest
      return
    }
    if (last.current === newest) return
    const timer = setTimeout(() => {
      const all = latest.current ?? []
      const count = last.current === '' ? all.filter((each) => each.author !== reader).length : newsAmong(all, last.current ?? '', reader)
      last.current = newest
      if (count > 0) announce(t('conversation.fresh', { count }))
    }, gather)
    return () => clearTimeout(timer)
  }, [newest, reader])
}
