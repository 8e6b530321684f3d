import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef, type RefObject } from 'react'

interface Place {
  top: number
  row: string | null
}

// By entry of the browser's history: Back leads to the row that one came from, a link to the beginning.
const places = new Map<string, Place>()
const tries = 20

/** Remembers how far the list was scrolled and which row had the focus, and brings both back. `ready`: the rows are there. */
export function useReturn(box: RefObject<HTMLElement | null>, ready: boolean) {
  const path = useRef<string>(null)
  const location = useLocation({ select: ({ pathname, state }) => `${pathname} ${state.__TSR_key ?? ''}` })
  const [pathname] = location.split(' ')
  path.current ??= pathname ?? null
  const entry = useRef(location)
  if (pathname === path.current) entry.current = location
  const done = useRef(false)
  const now = useRef<Place>(places.get(location) ?? { top: 0, row: null })

  const keep = (change: Partial<Place>) => {
    now.current = { ...now.current, ...change }
    places.set(entry.current, now.current)
  }

  useEffect(() => {
    if (!ready || done.current) return
    const place = places.get(entry.current)
    if (place === undefined || (place.top === 0 && place.row === null)) return
    let left = tries
    let frame = 0
    const bringBack = () => {
      const element = box.current
      if (element !== null && Math.abs(element.scrollTop - place.top) > 1) element.scrollTop = place.top
      const row = place.row === null ? null : element?.querySelector<HTMLElement>(`[data-key="${CSS.escape(place.row)}"]`)
      if (row) row.focus({ preventScroll: true })
      else if (place.row !== null && left-- > 0) {
        frame = requestAnimationFrame(bringBack)
        return
      }
      done.current = true
    }
    frame = requestAnimationFrame(bringBack)
    return () => cancelAnimationFrame(frame)
  }, [ready, box])

  return {
    /** The row that has the focus, or had it last. */
    row: () => now.current.row,
    onScroll: (top: number) => keep({ top }),
    onRow: (row: string) => keep({ row }),
    forget: () => keep({ top: 0, row: null }),
  }
}
