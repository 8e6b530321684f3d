import type { QueryClient } from '@tanstack/react-query'
import { onUnreachable, type Schemas } from '../api/client'
import { createStore } from '../lib/store'
import { everybodyQuery, withPresence, type Present } from './presence'

/** Since when the server has not been heard of; `null`: it is there. */
export const away = createStore<number | null>(null)

// How often the server says something it says itself when a stream begins; as a rule every 15 seconds. A word may be late by so much.
const usual = 15_000
const late = 7000
// So that a page that slept knows at once.
const look = 1000

// That the session has ended is found out by whoever asks for something: then the sign-in opens over the page, and nothing is lost.
const predicate = (query: { queryKey: readonly unknown[] }) => query.queryKey[0] !== 'session'

/** One stream per page. It says what has changed; the page reads that anew, by the rights of the moment. */
export function followEvents(client: QueryClient): () => void {
  let source: EventSource | null = null
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Date.now()
  let asked = 0
  let silence = usual + late
  let ended = false
  // The server is there and tells this page nothing: it has too many open, or the session is over.
  let refused = false

  const heard = () => {
    last = Date.now()
    if (away.get() !== null) {
      away.set(null)
      // Nobody knows what was missed.
      void client.invalidateQueries({ predicate })
    }
  }
  const missing = () => {
    if (away.get() === null) away.set(last)
  }
  const on = <T>(name: string, then: (event: T) => void) => {
    source?.addEventListener(name, (event) => {
      heard()
      then(JSON.parse((event as MessageEvent<string>).data) as T)
    })
  }

  function connect(): void {
    asked = Date.now()
    source = new EventSource('/api/v1/events')
    on<Schemas['LiveReadyEvent']>('ready', (event) => {
      tries = 0
      silence = event.heartbeat_seconds * 1000 + late
    })
    on('heartbeat', () => undefined)
    on<Schemas['LiveTicketEvent']>('ticket', (event) => changed(client, event))
    on<Schemas['LiveGoneEvent']>('gone', (event) => gone(client, event))
    on<Present>('presence', (event) => came(client, event))
    on('notification', () => void client.invalidateQueries({ queryKey: ['notifications'] }))
    on('read', () => listsChanged(client))
    on('reset', () => void client.invalidateQueries({ predicate }))
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) {
        missing()
        return
      }
      // Refused, or away for good: the browser does not try again by itself.
      source.close()
      if (ended) return
      void isThere().then((there) => {
        refused = there
        if (there) heard()
        else missing()
      })
      timer = setTimeout(connect, Math.min(30_000, 1000 * 2 ** tries++) * (0.5 + Math.random() / 2))
    }
    source.onopen = () => {
      refused = false
      heard()
    }
  }

  // A line that was cut says nothing: that nobody speaks is what is noticed, not what the device thinks of its network.
  const watch = setInterval(() => {
    if (refused || Date.now() - last < silence) return
    missing()
    if (source?.readyState === EventSource.CLOSED || Date.now() - asked < silence) return
    source?.close()
    connect()
  }, look)
  // A request that did not arrive is a reason to look: the line may still seem to be there.
  onUnreachable(() => {
    if (away.get() !== null || Date.now() - asked < look) return
    source?.close()
    connect()
  })
  connect()

  return () => {
    onUnreachable(null)
    ended = true
    clearTimeout(timer)
    clearInterval(watch)
    away.set(null)
    source?.close()
  }
}

async function isThere(): Promise<boolean> {
  try {
    return (await fetch('/api/v1/auth/status', { credentials: 'same-origin' })).status < 500
  } catch {
    return false
  }
}

function changed(client: QueryClient, event: Schemas['LiveTicketEvent']): void {
  // Read under its number where the page is the municipality's own, under the municipality and its number at the desk.
  for (const key of [event.number, `${event.tenant}/${event.number}`]) {
    // A page that shows a newer version already has nothing to read.
    const known = client.getQueryData<{ version: number }>(['ticket', key])
    if (known !== undefined && known.version >= event.version) continue
    void client.invalidateQueries({ queryKey: ['ticket', key] })
  }
  listsChanged(client)
}

/** Only its id is told: what nobody can read any more has no number. */
function gone(client: QueryClient, event: Schemas['LiveGoneEvent']): void {
  void client.invalidateQueries({ queryKey: ['ticket'], predicate: (query) => (query.state.data as { id?: string } | undefined)?.id === event.ticket })
  listsChanged(client)
}

/** The event says all of it: a list of tickets shows it without asking. */
function came(client: QueryClient, event: Present): void {
  void client.invalidateQueries({ queryKey: ['presence', event.ticket] })
  client.setQueryData(everybodyQuery.queryKey, (known) => known && withPresence(known, event))
}

// Lists are read anew page by page: a burst of changes is one reading, and it does not begin again with each of them.
const gather = 1500
let listTimer: ReturnType<typeof setTimeout> | undefined

function listsChanged(client: QueryClient): void {
  listTimer ??= setTimeout(() => {
    listTimer = undefined
    void client.invalidateQueries({ queryKey: ['tickets'] }, { cancelRefetch: false })
  }, gather)
}
