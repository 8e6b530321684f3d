export interface Part {
  text: string
  /** Does not stand in the text that it is compared with. */
  isNew: boolean
}

// Above that, comparing word by word would hold up the page; then the whole text is taken for new.
const most = 4_000_000

/** A text in its parts: what stands in the one before as well, and what does not. Word by word; spaces belong to the word before them. */
export function partsOf(before: string, after: string): Part[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const same = commonPlaces(old, now)
  const parts: Part[] = []
  for (const [at, text] of now.entries()) {
    const isNew = !same.has(at)
    const last = parts.at(-1)
    if (last !== undefined && last.isNew === isNew) last.text += text
    else parts.push({ text, isNew })
  }
  return parts
}

/** One text to go on from: the other's, and behind it the lines that are only in one's own. */
export function bothOf(before: string, theirs: string, mine: string): string {
  const known = new Set([...linesOf(before), ...linesOf(theirs)])
  const own = linesOf(mine).filter((line) => line.trim() !== '' && !known.has(line))
  return [theirs, ...own].join('\n')
}

const wordsOf = (text: string) => text.match(/\S+\s*|^\s+/g) ?? []
const linesOf = (text: string) => text.split('\n')

/** Which words of the second list belong to the longest row of words that both have. */
function commonPlaces(old: readonly string[], now: readonly string[]): ReadonlySet<number> {
  const same = new Set<number>()
  if (old.length * now.length > most) return same
  const width = now.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  const length = (i: number, j: number) => lengths[i * width + j] ?? 0
  const isSame = (i: number, j: number) => old[i]?.trimEnd() === now[j]?.trimEnd()
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i * width + j] = isSame(i, j) ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1))
  for (let i = 0, j = 0; i < old.length && j < now.length; )
    if (isSame(i, j)) {
      same.add(j)
      i++
      j++
    } else if (length(i + 1, j) >= length(i, j + 1)) i++
    else j++
  return same
}
