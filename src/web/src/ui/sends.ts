import type { KeyboardEvent } from 'react'

/** Enter begins a new line in a long text; with the control key it sends what the text belongs to. */
export function sendsForm(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
