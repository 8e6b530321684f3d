// After what closes has given the focus back to what opened it.
const moment = 50

/** What had the focus may be gone after an act: then it goes to a neighbour, else to the heading, and never to nothing. */
export function keepFocus(neighbour?: string): void {
  setTimeout(() => {
    const now = document.activeElement
    if (now !== null && now !== document.body && document.contains(now)) return
    const place = neighbour === undefined ? null : document.getElementById(neighbour)
    ;(place ?? document.querySelector<HTMLElement>('main h1'))?.focus({ preventScroll: true })
  }, moment)
}

/** Before what has the focus goes away with what it stood in. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}
