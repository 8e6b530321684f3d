const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", apos: "'", nbsp: '\u00a0' }

/** The text behind escaped HTML. It is shown as text, so what looks like an element stays a text. */
function unescaped(text: string): string {
  return text.replaceAll(/&(#x?[0-9a-f]+|[a-z]+);/gi, (all, name: string) => {
    const known = entities[name.toLowerCase()]
    if (known !== undefined) return known
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : Number.NaN
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

/** A snippet whose found words stand between marks of their own; its text is text. */
export function Highlighted({ text }: { text: string }) {
  const parts = text.split(/<\/?mark>/)
  return (
    <span>
      {parts.map((part, index) =>
        // Every second part stood between the marks; their order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        index % 2 === 1 ? <mark key={index}>{unescaped(part)}</mark> : unescaped(part),
      )}
    </span>
  )
}
