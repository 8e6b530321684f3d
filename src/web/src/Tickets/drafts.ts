import { onSignOut } from '../SignIn/session'

export type DraftKind = 'answer' | 'note'

/** Whose text it is and where it belongs: it never appears anywhere else. */
export interface DraftId {
  account: string
  tenant: string
  ticket: string
  kind: DraftKind
}

/** Words that came from somewhere they should not leave: looked at again before anything is sent. */
export interface Pasted {
  words: string
  from: 'note' | 'tenant'
  tenant: string
}

export interface Draft {
  text: string
  pasted: Pasted[]
}

export interface Drafts {
  load: (id: DraftId) => Promise<Draft | null>
  save: (id: DraftId, draft: Draft) => Promise<void>
  clear: (id: DraftId) => Promise<void>
}

const prefix = 'draft '
const nameOf = (id: DraftId) => prefix + [id.account, id.tenant, id.ticket, id.kind].map(encodeURIComponent).join('/')

/** In this tab alone, until somebody signs out. */
export const drafts: Drafts = {
  async load(id) {
    const kept = sessionStorage.getItem(nameOf(id))
    return kept === null ? null : (JSON.parse(kept) as Draft)
  },
  async save(id, draft) {
    if (draft.text === '') sessionStorage.removeItem(nameOf(id))
    else sessionStorage.setItem(nameOf(id), JSON.stringify(draft))
  },
  async clear(id) {
    sessionStorage.removeItem(nameOf(id))
  },
}

onSignOut(() => {
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(prefix)) sessionStorage.removeItem(name)
})

const pause = 400

/** Keeps one text: after a pause, on leaving, and in the order in which things were said, however long each takes. */
export function keepDraft(store: Drafts, id: DraftId, said: (kept: boolean) => void = () => undefined) {
  let waiting: Draft | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Promise<unknown> = Promise.resolve()
  const then = (work: () => Promise<void>) => {
    last = last.then(work, work)
    return last
  }
  const flush = () => {
    clearTimeout(timer)
    const draft = waiting
    waiting = null
    if (draft === null) return last
    return then(() => store.save(id, draft)).then(
      () => said(waiting === null),
      () => said(false),
    )
  }
  return {
    load: () => store.load(id),
    change(draft: Draft) {
      waiting = draft
      said(false)
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), pause)
    },
    flush,
    clear() {
      clearTimeout(timer)
      waiting = null
      return then(() => store.clear(id))
    },
  }
}
