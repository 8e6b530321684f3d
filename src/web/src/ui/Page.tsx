import { useEffect, useRef, type ReactNode } from 'react'
import { classes } from '../lib/classes'

interface PageProps {
  title: string
  /** Beside the heading: the page's acts. */
  acts?: ReactNode
  /** Above the heading: where this is. */
  above?: ReactNode
  /** Faults were found: said first in the title, which is what a screen reader begins with. */
  faulty?: string | null
  /** In the title after the heading: whose this is, where that is not the place itself. */
  of?: string | null
  width?: 'text' | 'wide' | 'full'
  children: ReactNode
}

let place = 'Helpdesk'
let unread = 0
let shown = { title: '', faulty: '' }
let navigated = false
const faults: string[] = []

/** Behind every title: whose pages these are. */
export function setPlace(name: string): void {
  place = name
}

/** In front of every title: how much waits to be read, for whoever looks at the tab from another one. */
export function setUnread(count: number): void {
  unread = count
  if (shown.title !== '') writeTitle()
}

/** A form of the page has faults, for as long as it has: the title says so. */
export function showFault(words: string): () => void {
  faults.push(words)
  if (shown.title !== '') writeTitle()
  return () => {
    faults.splice(faults.indexOf(words), 1)
    writeTitle()
  }
}

function writeTitle(): void {
  const waiting = unread > 0 ? `(${unread > 99 ? '99+' : unread}) ` : ''
  document.title = `${shown.faulty || faults.map((each) => `${each} `)[0] || ''}${waiting}${shown.title} · ${place}`
}

/** The next page that is shown takes the focus. The first one after loading does not: the browser begins at the top by itself. */
export function expectPage(): void {
  navigated = true
}

/** One h1, one main, a title; after a navigation the heading has the focus, so that the page is read from its beginning. */
export function Page({ title, acts, above, faulty, of, width = 'text', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    shown = { title: of ? `${title} · ${of}` : title, faulty: faulty ? `${faulty} ` : '' }
    writeTitle()
  }, [title, faulty, of])
  useEffect(() => {
    if (!navigated) return
    navigated = false
    heading.current?.focus()
    window.scrollTo(0, 0)
  }, [])
  return (
    <main id="main" className={classes('page', `page-${width}`)}>
      {above}
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {acts && <div className="row">{acts}</div>}
      </div>
      {children}
    </main>
  )
}
