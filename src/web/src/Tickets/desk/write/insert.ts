/** At the caret, as if it were typed: the browser takes it back by Ctrl+Z. */
export function insertAt(field: HTMLTextAreaElement, words: string, otherwise: (text: string) => void): void {
  field.focus()
  // Nothing else puts text into a field so that it can be undone; where it is missing the text comes in all the same.
  if (document.execCommand?.('insertText', false, words)) return
  const { selectionStart: start, selectionEnd: end, value } = field
  otherwise(value.slice(0, start) + words + value.slice(end))
  requestAnimationFrame(() => field.setSelectionRange(start + words.length, start + words.length))
}

/** Whether the caret stands where a line begins, with nothing selected. */
export function atLineStart(field: HTMLTextAreaElement): boolean {
  const { selectionStart: start, selectionEnd: end, value } = field
  return start === end && (start === 0 || value[start - 1] === '\n')
}
