import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { away, followEvents } from './stream'

class Source extends EventTarget {
  static readonly CLOSED = 2
  static all: Source[] = []
  readyState = 1
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null

  constructor() {
    super()
    Source.all.push(this)
  }

  say(name: string, data: unknown = {}) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }))
  }

  close() {
    this.readyState = 2
  }
}

const last = () => Source.all.at(-1)!
let stop: () => void
let status = 200

beforeEach(() => {
  vi.useFakeTimers()
  Source.all = []
  status = 200
  vi.stubGlobal('EventSource', Source)
  vi.stubGlobal('fetch', async () => {
    if (status === 0) throw new TypeError('Failed to fetch')
    return new Response('{}', { status })
  })
  stop = followEvents(new QueryClient())
  last().say('ready', { resumed: false, heartbeat_seconds: 15 })
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('That the server is away', () => {
  it('is noticed when it says nothing for longer than it is silent, and since when', async () => {
    const since = Date.now()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(away.get()).toBeNull()
    await vi.advanceTimersByTimeAsync(8_000)
    expect(away.get()).toBe(since)
  })

  it('is noticed later where it says that it speaks less often', async () => {
    last().say('ready', { resumed: false, heartbeat_seconds: 60 })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(away.get()).toBeNull()
    await vi.advanceTimersByTimeAsync(8_000)
    expect(away.get()).not.toBeNull()
  })

  it('is not said as long as its heartbeat comes', async () => {
    for (let beat = 0; beat < 8; beat++) {
      await vi.advanceTimersByTimeAsync(15_000)
      last().say('heartbeat')
    }
    expect(away.get()).toBeNull()
  })

  it('ends with the first word of a new line, which is asked for again and again', async () => {
    await vi.advanceTimersByTimeAsync(50_000)
    expect(Source.all.length).toBeGreaterThan(1)
    expect(away.get()).not.toBeNull()
    last().onopen?.()
    expect(away.get()).toBeNull()
  })

  it('is not what a device says about its network', () => {
    window.dispatchEvent(new Event('offline'))
    expect(away.get()).toBeNull()
  })

  it('is not so where it only refuses this stream, such as to the twentieth tab', async () => {
    status = 429
    last().readyState = 2
    last().onerror?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(away.get()).toBeNull()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(away.get()).toBeNull()
  })

  it('is so where something else answers for it', async () => {
    status = 503
    last().readyState = 2
    last().onerror?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(away.get()).not.toBeNull()
  })
})
