// One polite place for the whole page. What comes within a moment is said together, so that a burst is not read for minutes.
const gather = 400
const kept = 10_000
let pending: string[] = []
let timer: ReturnType<typeof setTimeout> | undefined

function region(): HTMLElement {
  const found = document.getElementById('announcer')
  if (found !== null) return found
  const made = document.createElement('div')
  made.id = 'announcer'
  made.className = 'visually-hidden'
  made.setAttribute('role', 'status')
  made.setAttribute('aria-live', 'polite')
  document.body.append(made)
  return made
}

/** For screen readers. Never the only carrier: the page shows the same. */
export function announce(text: string): void {
  const place = region()
  if (!pending.includes(text)) pending.push(text)
  clearTimeout(timer)
  timer = setTimeout(() => {
    place.textContent = pending.join(' ')
    pending = []
    // Whoever reads the page line by line later does not come upon what was said long ago.
    timer = setTimeout(() => (place.textContent = ''), kept)
  }, gather)
}
