import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Unreachable } from '../api/problem'
import { chunk, NewBuild, newBuild } from './chunk'

const missing = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module: /assets/Page-1.js'))

beforeEach(() => {
  newBuild.set(false)
  document.head.innerHTML = '<script type="module" src="/assets/index-1.js"></script>'
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.head.innerHTML = ''
})

const serverHas = (page: string) => vi.stubGlobal('fetch', async () => new Response(page))

describe('A part of the pages that cannot be loaded', () => {
  it('means a newer build when the server names another script', async () => {
    serverHas('<script type="module" src="/assets/index-2.js"></script>')
    await expect(chunk(missing)).rejects.toThrow(NewBuild)
    expect(newBuild.get()).toBe(true)
  })

  it('means no newer build when it names the same one', async () => {
    serverHas('<script type="module" src="/assets/index-1.js"></script>')
    await expect(chunk(missing)).rejects.toThrow('could not be loaded')
    expect(newBuild.get()).toBe(false)
  })

  it('can be tried again without a connection', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    await expect(chunk(missing)).rejects.toThrow(Unreachable)
    expect(newBuild.get()).toBe(false)
  })
})
