import { marksOf } from './marks'

/** What was found, with the words that were looked for. */
export function Title({ text, words }: { text: string; words: string }) {
  return marksOf(text, words).map((each, at) =>
    // The parts do not change their order: their place is their key.
    // oxlint-disable-next-line react/no-array-index-key
    each.isFound ? <mark key={at}>{each.text}</mark> : each.text,
  )
}
