import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Unreachable } from '../api/problem'
import { DraftConflict, DraftKeeper, type DraftDoor, type SavedDraft } from './DraftKeeper'

/** A server with one draft, whose answers a test can hold back. */
class Server implements DraftDoor {
  draft: SavedDraft = { body: null, version: 0, savedAt: null }
  writes: string[] = []
  hold: Promise<void> | null = null
  away = false

  async read() {
    return this.draft
  }

  async write(body: string, version: number) {
    this.writes.push(body)
    await this.hold
    if (this.away) throw new Unreachable(null)
    if (version !== this.draft.version) throw new DraftConflict(this.draft)
    this.draft = { body: body === '' ? null : body, version: version + 1, savedAt: '2026-12-02T10:00:00Z' }
    return this.draft
  }

  /** The comment was written: the draft is gone in the same act. */
  send() {
    this.draft = { body: null, version: this.draft.version + 1, savedAt: null }
  }
}

let server: Server
let keeper: DraftKeeper

beforeEach(async () => {
  vi.useFakeTimers()
  server = new Server()
  keeper = new DraftKeeper(server)
  await keeper.load()
})
afterEach(() => vi.useRealTimers())

describe('a draft', () => {
  test('is saved once after a pause, with the last text', async () => {
    keeper.type('H')
    keeper.type('Ha')
    await vi.advanceTimersByTimeAsync(700)
    keeper.type('Hallo')
    expect(server.writes).toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.writes).toEqual(['Hallo'])
    expect(keeper.get()).toMatchObject({ phase: 'saved', savedAt: '2026-12-02T10:00:00Z' })
  })

  test('is saved at once when its field is left', async () => {
    keeper.type('Hallo')
    await keeper.flush()
    expect(server.draft.body).toBe('Hallo')
  })

  test('goes on with what was typed while the first save was under way', async () => {
    let release = () => {}
    server.hold = new Promise((resolve) => (release = resolve))
    keeper.type('eins')
    await vi.advanceTimersByTimeAsync(1000)
    keeper.type('zwei')
    server.hold = null
    release()
    await vi.advanceTimersByTimeAsync(2000)
    expect(server.writes).toEqual(['eins', 'zwei'])
    expect(server.draft.body).toBe('zwei')
  })

  test('that was sent is not brought back by a save that was under way', async () => {
    let release = () => {}
    server.hold = new Promise((resolve) => (release = resolve))
    keeper.type('gesendet')
    await vi.advanceTimersByTimeAsync(1000)
    server.send()
    const sent = keeper.sent()
    server.hold = null
    release()
    await sent
    await vi.advanceTimersByTimeAsync(5000)
    expect(server.draft.body).toBeNull()
    expect(keeper.get().text).toBe('')
    keeper.type('neu')
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.draft.body).toBe('neu')
  })

  test('of another page is offered and never overwritten', async () => {
    server.draft = { body: 'vom anderen Fenster', version: 4, savedAt: '2026-12-02T09:00:00Z' }
    keeper.type('von hier')
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.draft.body).toBe('vom anderen Fenster')
    expect(keeper.get()).toMatchObject({ text: 'von hier', newer: { body: 'vom anderen Fenster' } })
    keeper.keepOwn()
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.draft.body).toBe('von hier')
  })

  test('of another page can be taken over', async () => {
    server.draft = { body: 'vom anderen Fenster', version: 4, savedAt: '2026-12-02T09:00:00Z' }
    keeper.type('von hier')
    await vi.advanceTimersByTimeAsync(1000)
    keeper.takeNewer()
    expect(keeper.get()).toMatchObject({ text: 'vom anderen Fenster', phase: 'saved', newer: null })
  })

  test('stays here while the server is away, and goes when it is back', async () => {
    server.away = true
    keeper.type('unterwegs')
    await vi.advanceTimersByTimeAsync(1000)
    expect(keeper.get()).toMatchObject({ text: 'unterwegs', phase: 'failed' })
    server.away = false
    await vi.advanceTimersByTimeAsync(5000)
    expect(server.draft.body).toBe('unterwegs')
  })
})
