import { partsOf } from '../lib/diff'

/** A text as it was typed. What the one before did not say is marked, by more than a colour. */
export function Compared({ before, text }: { before: string; text: string }) {
  return (
    <p className="compared">
      {partsOf(before, text).map((part, at) =>
        // The parts do not change their order: their place is their key.
        // oxlint-disable-next-line react/no-array-index-key
        part.isNew ? <ins key={at}>{part.text}</ins> : part.text,
      )}
    </p>
  )
}
