import type { ClipboardEvent, DragEvent } from 'react'
import type { Pasted } from './written'

// A type of our own goes along with the words: it is seen by these pages only, whatever else they are pasted into.
const type = 'application/x-helpdesk-words'

interface Origin {
  tenant: string
  internal: boolean
}

/** On copying and cutting: where the words come from goes along with them. */
export function markOrigin(event: ClipboardEvent<HTMLElement>, tenant: string): void {
  const field = event.target
  if (field instanceof HTMLTextAreaElement) {
    const words = field.value.slice(field.selectionStart, field.selectionEnd)
    if (words === '') return
    put(event, words, { tenant, internal: isInternal(field) })
    // Made here instead of by the browser, a cut takes the words away here, too, as typing would: it can be taken back.
    if (event.type === 'cut') document.execCommand('delete')
    return
  }
  const selection = window.getSelection()
  if (selection === null || selection.isCollapsed) return
  const range = selection.getRangeAt(0)
  const internal = [...event.currentTarget.querySelectorAll('[data-words="internal"]')].some((each) => range.intersectsNode(each))
  put(event, selection.toString(), { tenant, internal })
}

/** On dragging words from one field into another. */
export function markDragged(event: DragEvent<HTMLElement>, tenant: string): void {
  const origin = event.target instanceof Element ? event.target : (event.target as Node).parentElement
  event.dataTransfer.setData(type, JSON.stringify({ tenant, internal: origin !== null && isInternal(origin) } satisfies Origin))
}

const isInternal = (place: Element) => place.closest('[data-words="internal"]') !== null

function put(event: ClipboardEvent, words: string, origin: Origin): void {
  event.preventDefault()
  event.clipboardData.setData('text/plain', words)
  event.clipboardData.setData(type, JSON.stringify(origin))
}

/** On pasting into an answer: what of it should perhaps not go there. */
export function pastedFrom(data: DataTransfer, tenant: string): Pasted | null {
  const origin = read(data.getData(type))
  if (origin === null) return null
  const words = data.getData('text/plain')
  if (origin.tenant !== tenant) return { words, from: 'tenant', tenant: origin.tenant }
  return origin.internal ? { words, from: 'note', tenant: origin.tenant } : null
}

function read(kept: string): Origin | null {
  if (kept === '') return null
  try {
    return JSON.parse(kept) as Origin
  } catch {
    return null
  }
}
