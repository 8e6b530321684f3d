import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Unreachable } from '../api/problem'
import { DraftConflict, DraftKeeper, type DraftDoor, type SavedDraft } from './DraftKeeper'
import type { DraftShelf } from './draftShelf'

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

  test('that goes out is not saved anew when the save under way finds it gone', async () => {
    let release = () => {}
    keeper.type('gesendet')
    server.hold = new Promise((resolve) => (release = resolve))
    const saving = keeper.flush()
    await keeper.during(async () => {
      server.send()
      server.hold = null
      release()
      await saving
    })
    await keeper.sent()
    await vi.advanceTimersByTimeAsync(5000)
    expect(server.draft.body).toBeNull()
  })

  test('that could not be sent goes on being kept', async () => {
    keeper.type('noch nicht')
    await expect(keeper.during(() => Promise.reject(new Unreachable(null)))).rejects.toThrow()
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.draft.body).toBe('noch nicht')
  })

  test('leaves behind the save that is under way when the page goes away', async () => {
    let release = () => {}
    server.hold = new Promise((resolve) => (release = resolve))
    keeper.type('eins')
    await vi.advanceTimersByTimeAsync(1000)
    keeper.type('eins und zwei')
    void keeper.flush(true)
    release()
    await vi.advanceTimersByTimeAsync(0)
    expect(server.draft.body).toBe('eins und zwei')
  })

  test('of somebody who is gone is not written any more', async () => {
    keeper.type('von der ersten Person')
    keeper.forget()
    await keeper.flush(true)
    await vi.advanceTimersByTimeAsync(5000)
    expect(server.writes).toEqual([])
  })
})

/** What this device keeps. */
class Device implements DraftShelf {
  kept: { key: string; text: string; version: number; at: number } | null = null

  async read() {
    return this.kept
  }

  async put(text: string, version: number) {
    this.kept = { key: 'k', text, version, at: 0 }
    return true
  }

  async remove() {
    this.kept = null
  }
}

describe('while the server is away', () => {
  test('this device keeps the text, until the server has it', async () => {
    const device = new Device()
    keeper = new DraftKeeper(server, device)
    await keeper.load()
    keeper.type('da')
    await vi.advanceTimersByTimeAsync(1000)
    expect(device.kept).toBeNull()
    server.away = true
    keeper.type('da und weg')
    await vi.advanceTimersByTimeAsync(1000)
    expect(device.kept).toMatchObject({ text: 'da und weg', version: 1 })
    expect(keeper.get().phase).toBe('device')
    server.away = false
    await vi.advanceTimersByTimeAsync(5000)
    expect(server.draft.body).toBe('da und weg')
    expect(device.kept).toBeNull()
  })

  test('a text that this device kept comes back and is saved', async () => {
    const device = new Device()
    device.kept = { key: 'k', text: 'vom Gerät', version: 0, at: 0 }
    keeper = new DraftKeeper(server, device)
    await keeper.load()
    await vi.advanceTimersByTimeAsync(0)
    expect(keeper.get().text).toBe('vom Gerät')
    expect(server.draft.body).toBe('vom Gerät')
    expect(device.kept).toBeNull()
  })

  test('a text that was saved elsewhere meanwhile is offered beside that of this device', async () => {
    const device = new Device()
    device.kept = { key: 'k', text: 'vom Gerät', version: 1, at: 0 }
    server.draft = { body: 'von anderswo', version: 3, savedAt: '2026-12-02T09:00:00Z' }
    keeper = new DraftKeeper(server, device)
    await keeper.load()
    expect(keeper.get()).toMatchObject({ text: 'vom Gerät', newer: { body: 'von anderswo' } })
    expect(server.draft.body).toBe('von anderswo')
  })
})
