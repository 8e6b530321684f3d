import { answerOf, newOperation } from '../../../api/client'
import { createStore } from '../../../lib/store'
import type { TicketPlace } from '../place'

/** A text that was taken back, on its way into the editor that it came from. */
interface GivenBack {
  to: string
  text: string
  files: File[]
}

export const editorOf = (place: TicketPlace, kind: 'answer' | 'note') => [place.account, place.slug, place.number, kind].join(' ')
export const givenBack = createStore<GivenBack[]>([])

/** The editor takes it in as soon as it is shown. */
export function giveBack(back: GivenBack): void {
  givenBack.set([...givenBack.get(), back])
}

export function takeBack(to: string): GivenBack[] {
  const mine = givenBack.get().filter((each) => each.to === to)
  if (mine.length > 0) givenBack.set(givenBack.get().filter((each) => each.to !== to))
  return mine
}

/** What was sent from this page: until when it can be undone by this device's clock, and the files that went along. */
interface Held {
  comment: string
  until: number
  files: File[]
  /** Takes the toast away that offers the same. */
  close: () => void
}

export const held = createStore<Held[]>([])

export function hold(comment: string, seconds: number, files: File[], close: () => void): void {
  const now = Date.now()
  held.set([...held.get().filter((each) => each.until > now), { comment, until: now + seconds * 1000, files, close }])
}

/** While its mail waits, an answer can be taken back: the text and its files return to the editor. */
export async function undo(place: TicketPlace, comment: string, text: string): Promise<void> {
  await answerOf(
    place.api.POST('/api/v1/tickets/{id}/comments/{comment}/withdraw', {
      params: { path: { id: place.number, comment }, header: { 'Idempotency-Key': newOperation() } },
      body: {},
    }),
  )
  const known = held.get().find((each) => each.comment === comment)
  known?.close()
  held.set(held.get().filter((each) => each.comment !== comment))
  giveBack({ to: editorOf(place, 'answer'), text, files: known?.files ?? [] })
}
