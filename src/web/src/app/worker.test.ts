import { afterEach, expect, it, vi } from 'vitest'
import { newBuild } from '../lib/chunk'
import { startWorker } from './worker'

function workers(controller: unknown) {
  const container = Object.assign(new EventTarget(), { controller, register: vi.fn(async () => undefined) })
  vi.stubGlobal('navigator', { serviceWorker: container })
  vi.stubEnv('PROD', true)
  document.head.innerHTML = '<script type="module" src="/assets/index-old.js"></script>'
  return container
}

const served = (script: string) => vi.stubGlobal('fetch', async () => new Response(`<script type="module" src="/assets/${script}"></script>`))

afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  newBuild.set(false)
})

it('asks to load anew when the worker of another build has taken over', async () => {
  const container = workers({})
  served('index-new.js')
  startWorker(() => undefined)
  expect(container.register).toHaveBeenCalledWith('/sw.js', { updateViaCache: 'none' })
  container.dispatchEvent(new Event('controllerchange'))
  await vi.waitFor(() => expect(newBuild.get()).toBe(true))
})

it.each([
  ['the first worker of all', null, 'index-new.js'],
  ['a page of the new build already', {}, 'index-old.js'],
])('asks nothing for %s', async (_, controller, script) => {
  const container = workers(controller)
  served(script)
  startWorker(() => undefined)
  container.dispatchEvent(new Event('controllerchange'))
  await new Promise((done) => setTimeout(done))
  expect(newBuild.get()).toBe(false)
})

it('goes where a notification leads', () => {
  const container = workers({})
  const open = vi.fn()
  startWorker(open)
  container.dispatchEvent(new MessageEvent('message', { data: { open: '/tickets/MUST-000001' } }))
  container.dispatchEvent(new MessageEvent('message', { data: { other: 1 } }))
  expect(open.mock.calls).toEqual([['/tickets/MUST-000001']])
})

it('lets pages be where there are no workers', () => {
  vi.stubGlobal('navigator', {})
  vi.stubEnv('PROD', true)
  expect(() => startWorker(() => undefined)).not.toThrow()
})
