import { createStore } from '../lib/store'

export interface ToastText {
  text: string
  /** What can still be done about it; the toast stays until it is closed. */
  act?: { label: string; run: () => void }
  /** When it goes by itself; without, what can be done decides. */
  milliseconds?: number
}

export interface ShownToast extends ToastText {
  id: number
}

// What shows them is loaded with the first one.
export const toasts = createStore<ShownToast[]>([])
let last = 0

/** Repeats what the page shows. Answers how to take it away again. */
export function toast(text: string, act?: ToastText['act'], milliseconds?: number): () => void {
  const id = ++last
  toasts.set([...toasts.get(), { id, text, ...(act && { act }), ...(milliseconds !== undefined && { milliseconds }) }])
  return () => close(id)
}

/** What went wrong stays until it was read and closed. */
export function fail(text: string): () => void {
  return toast(text, undefined, 0)
}

export function close(id: number): void {
  toasts.set(toasts.get().filter((each) => each.id !== id))
}
