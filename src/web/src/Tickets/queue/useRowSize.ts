import { useLayoutEffect, useState, type RefObject } from 'react'
import type { Density } from '../../lib/preferences'

export interface RowSize {
  /** In a narrow pane rows are as high as what stands in them, and measured. */
  fixed: boolean
  height: number
}

// As in the style sheet: below it a row is written in several lines.
const narrow = 36

/** Rows of one height need no measuring. They grow with the size of the text. */
export function useRowSize(box: RefObject<HTMLElement | null>, density: Density, ready: boolean): RowSize {
  const [width, setWidth] = useState(() => window.innerWidth / rem())
  useLayoutEffect(() => {
    const element = box.current?.parentElement ?? null
    if (element === null || typeof ResizeObserver === 'undefined') return
    setWidth(element.clientWidth / rem())
    const observer = new ResizeObserver(() => setWidth(element.clientWidth / rem()))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, ready])
  const fixed = width >= narrow
  return { fixed, height: (fixed ? (density === 'compact' ? 2.5 : 3.75) : 9) * rem() }
}

function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}
