/** A snippet whose found words stand between marks of their own; its text is text. */
export function Highlighted({ text }: { text: string }) {
  const parts = text.split(/<\/?mark>/)
  return (
    <span>
      {parts.map((part, index) =>
        // Every second part stood between the marks; their order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
      )}
    </span>
  )
}
