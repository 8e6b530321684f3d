import { createStore } from '../../../lib/store'

export type After = 'stay' | 'next'
const name = 'after-sending'

/** Where to go after sending, as chosen the last time on this device. */
export const after = createStore<After>(localStorage.getItem(name) === 'next' ? 'next' : 'stay')

export function chooseAfter(next: After): void {
  localStorage.setItem(name, next)
  after.set(next)
}
