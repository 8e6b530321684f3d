export interface Mark {
  text: string
  isFound: boolean
}

const short = 3

/** As a search reads it: case, accents and the German ways to write umlauts and ß make no difference. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
}

/** The words of a title that were looked for, as far as one can see it: a stem or a typing mistake is found by the server alone. */
export function marksOf(title: string, words: string): Mark[] {
  const wanted = words.split(/[^\p{L}\p{N}]+/u).map(folded).filter((each) => each.length >= short)
  const isFound = (word: string) => {
    const plain = folded(word)
    return wanted.some((each) => plain.includes(each))
  }
  const marks: Mark[] = []
  for (const text of title.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const found = isFound(text)
    const last = marks.at(-1)
    if (last !== undefined && last.isFound === found) last.text += text
    else marks.push({ text, isFound: found })
  }
  return marks
}
