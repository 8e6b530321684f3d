export type Mark = 'bold' | 'italic' | 'list' | 'numbers' | 'quote' | 'link'
export const marks: readonly Mark[] = ['bold', 'italic', 'list', 'numbers', 'quote', 'link']

export interface Marked {
  text: string
  start: number
  end: number
}

const around: Partial<Record<Mark, string>> = { bold: '**', italic: '_' }
const before: Partial<Record<Mark, (line: number) => string>> = { list: () => '- ', numbers: (line) => `${line + 1}. `, quote: () => '> ' }

/** The text with a mark around what is selected, or before its lines, and what is selected afterwards. */
export function marked(text: string, start: number, end: number, mark: Mark): Marked {
  const selected = text.slice(start, end)
  const sign = around[mark]
  if (sign !== undefined) return put(text, start, end, sign + selected + sign, start + sign.length, end + sign.length)
  if (mark === 'link') {
    const words = selected === '' ? 'Text' : selected
    const replaced = `[${words}](https://)`
    return put(text, start, end, replaced, start + replaced.length - 1, start + replaced.length - 1)
  }
  const begin = text.lastIndexOf('\n', start - 1) + 1
  const prefix = before[mark] ?? (() => '')
  const lines = text
    .slice(begin, end)
    .split('\n')
    .map((line, index) => prefix(index) + line)
    .join('\n')
  return put(text, begin, end, lines, begin + lines.length, begin + lines.length)
}

const put = (text: string, from: number, to: number, words: string, start: number, end: number): Marked => ({
  text: text.slice(0, from) + words + text.slice(to),
  start,
  end,
})
