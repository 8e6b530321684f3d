/** Without case and accents; `ß` is `ss`. */
export function folded(text: string): string {
  return text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '')
}

/** Whether each typed word begins a word of the text. */
export function fits(typed: string, text: string): boolean {
  const words = folded(text).split(/[^\p{L}\p{N}]+/u)
  return folded(typed)
    .split(/\s+/)
    .every((each) => each === '' || words.some((word) => word.startsWith(each)))
}
