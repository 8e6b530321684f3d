import { createElement, Fragment, useMemo, type ReactNode } from 'react'

// What the server makes of a text with marks. Anything else that might come is shown as its words.
const known = new Set(
  'p br h4 h5 h6 ul ol li blockquote pre code strong em del a hr table thead tbody tr th td'.split(' '),
)
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** A text with marks, from the server's HTML: built as elements of the page, so that nothing in it can be more than that. */
export function Marked({ html, label }: { html: string; label?: string }) {
  const content = useMemo(() => contentOf(new DOMParser().parseFromString(html, 'text/html').body), [html])
  return (
    <div className="typed marked" {...(label && { role: 'group', 'aria-label': label })}>
      {content}
    </div>
  )
}

function contentOf(parent: Node): ReactNode[] {
  // A text does not change its order: the place of a part is its key.
  return Array.from(parent.childNodes, (child, key) =>
    // oxlint-disable-next-line react/no-array-index-key
    child instanceof Element ? <Fragment key={key}>{elementOf(child)}</Fragment> : child.nodeType === Node.TEXT_NODE ? child.nodeValue : null,
  )
}

function elementOf(element: Element): ReactNode {
  const name = element.localName
  if (!known.has(name)) return element.textContent
  if (name === 'br' || name === 'hr') return createElement(name)
  const content = contentOf(element)
  if (name === 'a') return <Link href={element.getAttribute('href') ?? ''}>{content}</Link>
  if (name === 'ol') return <ol start={Number(element.getAttribute('start') ?? 1)}>{content}</ol>
  // What is wider than the page scrolls by itself, also for whoever has no mouse.
  if (name === 'pre') return <pre tabIndex={0}>{content}</pre>
  if (name === 'table') return scrolled(content)
  // Between rows and cells stand line ends, which have no place in a table.
  if (name === 'thead' || name === 'tbody' || name === 'tr') return createElement(name, null, ...content.filter((part) => typeof part !== 'string'))
  return createElement(name, null, ...content)
}

const scrolled = (content: ReactNode[]) => (
  <div className="marked-table" role="group" tabIndex={0}>
    <table>{content.filter((part) => typeof part !== 'string')}</table>
  </div>
)

function Link({ href, children }: { href: string; children: ReactNode }) {
  return URL.canParse(href) && schemes.has(new URL(href).protocol) ? (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank">
      {children}
    </a>
  ) : (
    children
  )
}
