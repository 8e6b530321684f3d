import { answerOf, api, type Schemas } from '../api/client'
import { isProblem, Unreachable } from '../api/problem'
import { allWordsOf } from './faults'
import { createStore } from './store'

/** How somebody wants the pages to look and to work, wherever they are signed in. The device remembers it only for the first moment. */
export type OwnPreferences = Schemas['ViewPreferencesDocument']

interface Known {
  document: OwnPreferences
  tag: string
}

const again = 10_000
const tries = 3

let owner: string | null = null
let known: Known | null = null
// What was chosen and is not on the server yet.
let pending: OwnPreferences = {}
let reading = false
let sending = false
let timer: ReturnType<typeof setTimeout> | undefined
const followers = new Set<(document: OwnPreferences) => void>()

/** What the server refused to keep, in its words. What was chosen holds on this page all the same. */
export const notKept = createStore<string | null>(null)

/** Whoever follows is told what is stored, also when it was read before. */
export function followOwnPreferences(apply: (document: OwnPreferences) => void): void {
  followers.add(apply)
  if (known !== null) apply({ ...known.document, ...pending })
}

/** Somebody is signed in, or nobody any more: what one person chose is never stored for another. */
export async function readOwnPreferences(account: string | null): Promise<void> {
  if (account === owner && known !== null) return
  owner = account
  known = null
  pending = {}
  clearTimeout(timer)
  notKept.set(null)
  reading = false
  if (account === null) return
  reading = true
  const read = await fetchOwn().catch(() => null)
  if (owner !== account) return
  reading = false
  if (read === null) return
  known = read
  // What was chosen while it was on its way is newer.
  const now = { ...read.document, ...pending }
  for (const apply of followers) apply(now)
  void send()
}

/** What is stored for this account, as far as it has been read. */
export function ownPreferencesOf(account: string): OwnPreferences | null {
  return owner === account && known !== null ? { ...known.document, ...pending } : null
}

export function keepOwn(change: OwnPreferences): void {
  if (owner === null) return
  pending = { ...pending, ...change }
  void send()
}

async function fetchOwn(): Promise<Known> {
  const asked = api.GET('/api/v1/me/preferences')
  return { document: await answerOf(asked), tag: tagOf((await asked).response) }
}

const tagOf = (response: Response) => response.headers.get('ETag') ?? '"0"'

/** One at a time; what is chosen meanwhile goes with the next. */
async function send(): Promise<void> {
  if (sending || reading || owner === null || Object.keys(pending).length === 0) return
  sending = true
  const whose = owner
  const change = pending
  let later = false
  pending = {}
  try {
    const stored = await store(change, () => owner === whose)
    if (stored === null || owner !== whose) return
    known = stored
    notKept.set(null)
  } catch (error) {
    if (owner !== whose) return
    if (error instanceof Unreachable || isProblem(error, 'unavailable')) {
      pending = { ...change, ...pending }
      later = true
      clearTimeout(timer)
      timer = setTimeout(() => void send(), again)
    }
    notKept.set(allWordsOf(error))
  } finally {
    sending = false
    if (!later) void send()
  }
}

/** The whole is replaced: on the newest version, so that another browser's choice stays. */
async function store(change: OwnPreferences, theirs: () => boolean): Promise<Known | null> {
  for (let left = tries; ; left--) {
    const on = known ?? (await fetchOwn())
    if (!theirs()) return null
    const asked = api.PUT('/api/v1/me/preferences', { params: { header: { 'If-Match': on.tag } }, body: { ...on.document, ...change }, keepalive: true })
    try {
      return { document: await answerOf(asked), tag: tagOf((await asked).response) }
    } catch (error) {
      if (!isProblem(error, 'stale-version') || left === 0) throw error
      known = null
    }
  }
}
