import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fromStore, keySettings, keysOf, changeKey, toStore } from './keys'
import { keepOwn, notKept, readOwnPreferences, type OwnPreferences } from './ownPreferences'
import { after, chooseAfter, chooseTheme, density, theme } from './preferences'

let stored: OwnPreferences
let version: number
let refusal: { status: number; code: string; detail: string; errors?: { pointer: string; code: string; detail: string }[] } | null
let gate: Promise<void> | null
const puts: { tag: string | null; body: OwnPreferences }[] = []

async function serve(_: string, { method = 'GET', headers, body }: RequestInit): Promise<Response> {
  await gate
  const answer = () => Response.json(stored, { headers: { ETag: `"${version}"` } })
  if (method === 'GET') return answer()
  const tag = new Headers(headers).get('If-Match')
  const sent = JSON.parse(new TextDecoder().decode(body as ArrayBuffer)) as OwnPreferences
  puts.push({ tag, body: sent })
  if (refusal !== null) return Response.json({ ...refusal, title: '' }, { status: refusal.status })
  if (tag !== `"${version}"`) return Response.json({ status: 412, code: 'stale-version', title: '', detail: '' }, { status: 412 })
  stored = sent
  version++
  return answer()
}

const settled = () => vi.waitFor(() => expect(puts.length).toBeGreaterThan(0)).then(() => new Promise((done) => setTimeout(done, 20)))

beforeEach(() => {
  stored = { theme: 'dark', density: 'compact', after_sending: 'next', letter_shortcuts: false, keys: { 'queue.take': 'x' }, tips_seen: ['first'] }
  version = 4
  refusal = null
  gate = null
  vi.stubGlobal('fetch', serve)
  localStorage.clear()
})
afterEach(async () => {
  await readOwnPreferences(null)
  puts.length = 0
  vi.unstubAllGlobals()
})

describe('Own preferences', () => {
  it('hold on this page as they were chosen at another browser', async () => {
    keysOf('berta')
    await readOwnPreferences('berta')
    expect([theme.get(), density.get(), after.get()]).toEqual(['dark', 'compact', 'next'])
    expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', density: 'compact' })
    expect(keySettings.get()).toEqual({ off: true, changed: { 'queue.take': 'x' } })
    expect(puts).toEqual([])
  })

  it('hold also when the page asks for its keys only after they were read', async () => {
    await readOwnPreferences('anna')
    keysOf('anna')
    expect(keySettings.get()).toEqual({ off: true, changed: { 'queue.take': 'x' } })
  })

  it('are stored when chosen, and what this page knows nothing of stays', async () => {
    await readOwnPreferences('berta')
    chooseTheme('light')
    await settled()
    expect(puts).toEqual([{ tag: '"4"', body: { ...stored, theme: 'light' } }])
    expect(stored.tips_seen).toEqual(['first'])
  })

  it('keep what another browser has chosen meanwhile', async () => {
    await readOwnPreferences('berta')
    stored = { ...stored, density: 'comfortable' }
    version = 5
    chooseAfter('stay')
    await settled()
    expect(stored).toMatchObject({ density: 'comfortable', after_sending: 'stay', theme: 'dark' })
  })

  it('go one after the other, the last choice last', async () => {
    await readOwnPreferences('berta')
    for (const each of ['light', 'system', 'dark', 'light'] as const) chooseTheme(each)
    await settled()
    expect(stored.theme).toBe('light')
    expect(puts).toHaveLength(2)
  })

  it('chosen while the stored ones are on their way are the newer ones', async () => {
    let open = () => {}
    gate = new Promise((done) => (open = done))
    const reading = readOwnPreferences('berta')
    chooseTheme('light')
    open()
    await reading
    await settled()
    expect(theme.get()).toBe('light')
    expect(stored).toMatchObject({ theme: 'light', density: 'compact' })
  })

  it('that are refused hold here, and the server says why', async () => {
    keysOf('berta')
    await readOwnPreferences('berta')
    refusal = { status: 422, code: 'invalid', detail: 'Angaben ungültig.', errors: [{ pointer: '/keys/queue.tag', code: 'duplicate', detail: 'Steht hier zweimal.' }] }
    changeKey('queue.tag', 'x')
    await settled()
    expect(notKept.get()).toBe('Steht hier zweimal.')
    expect(keySettings.get().changed['queue.tag']).toBe('x')
    refusal = null
    changeKey('queue.tag', 'y')
    await vi.waitFor(() => expect(notKept.get()).toBeNull())
    expect(stored.keys).toEqual({ 'queue.take': 'x', 'queue.tag': 'y' })
  })

  it('of one person are never stored for the next', async () => {
    let open = () => {}
    gate = new Promise((done) => (open = done))
    const reading = readOwnPreferences('berta')
    keepOwn({ theme: 'light' })
    const next = readOwnPreferences('anton')
    open()
    await Promise.all([reading, next])
    await new Promise((done) => setTimeout(done, 20))
    expect(puts).toEqual([])
    await readOwnPreferences(null)
    keepOwn({ theme: 'light' })
    await new Promise((done) => setTimeout(done, 20))
    expect(puts).toEqual([])
  })

  it('know acts without a key, each with a word of its own', () => {
    const changed = { a: '', b: 'x', c: '' }
    expect(new Set(Object.values(toStore(changed))).size).toBe(3)
    expect(fromStore(toStore(changed))).toEqual(changed)
  })
})
