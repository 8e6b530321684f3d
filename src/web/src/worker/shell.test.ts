import { beforeEach, describe, expect, it, vi } from 'vitest'

const origin = 'https://musterstadt.example'
const kept = new Map<string, Map<string, Response>>()

function cacheOf(name: string) {
  const files = kept.get(name) ?? kept.set(name, new Map()).get(name)
  return {
    match: async (key: string) => files?.get(new URL(key, origin).pathname)?.clone(),
    put: async (key: string, value: Response) => void files?.set(new URL(key, origin).pathname, value),
    addAll: async (paths: string[]) => paths.forEach((path) => files?.set(path, new Response(path))),
  }
}

vi.stubGlobal('HELPDESK_SHELL', { build: 'new', files: ['/theme.css', '/assets/index-new.js'] })
vi.stubGlobal('caches', { open: async (name: string) => cacheOf(name), keys: async () => [...kept.keys()], delete: async (name: string) => kept.delete(name) })

const { answerTo, forgetOlder, freshPage, keepShell, part } = await import('./shell')
const server = vi.fn<(request: Request) => Promise<Response>>()
vi.stubGlobal('fetch', server)

const asked = (path: string, mode: RequestMode = 'cors', method = 'GET') => ({ url: new URL(path, origin).href, mode, method })

beforeEach(() => {
  kept.clear()
  server.mockReset()
})

describe('the service worker', () => {
  it.each([
    ['/', 'navigate', 'GET', 'page'],
    ['/work/tickets/MUST-000001', 'navigate', 'GET', 'page'],
    ['/assets/index-new.js', 'cors', 'GET', 'part'],
    ['/theme.css', 'no-cors', 'GET', 'file'],
    ['/other.css', 'no-cors', 'GET', null],
    ['/api/v1/tickets', 'cors', 'GET', null],
    ['/api/v1/attachments/1', 'navigate', 'GET', null],
    ['/problems/not-found', 'navigate', 'GET', null],
    ['/reset', 'navigate', 'POST', null],
    ['https://elsewhere.example/', 'navigate', 'GET', null],
  ] as const)('answers %s (%s, %s) with: %s', (path, mode, method, kind) => {
    expect(answerTo(asked(path, mode, method), origin)).toBe(kind)
  })

  it('shows the page of the server, and the kept one only when there is no connection', async () => {
    server.mockResolvedValueOnce(new Response('kept page'))
    await keepShell()
    server.mockResolvedValueOnce(new Response('of the server'))
    expect(await (await freshPage(new Request(`${origin}/work`))).text()).toBe('of the server')
    server.mockResolvedValueOnce(new Response('away', { status: 503 }))
    expect((await freshPage(new Request(`${origin}/work`))).status).toBe(503)
    server.mockRejectedValueOnce(new TypeError('no connection'))
    expect(await (await freshPage(new Request(`${origin}/work`))).text()).toBe('kept page')
    expect([...(kept.get('helpdesk-new')?.keys() ?? [])].sort()).toEqual(['/', '/assets/index-new.js', '/theme.css'])
  })

  it('keeps no page that the server did not give', async () => {
    server.mockResolvedValueOnce(new Response('away', { status: 503 }))
    await expect(keepShell()).rejects.toThrow()
  })

  it('asks for a part once, and never again', async () => {
    server.mockResolvedValueOnce(new Response('part')).mockResolvedValueOnce(new Response('gone', { status: 404 }))
    expect(await (await part(new Request(`${origin}/assets/Page-1.js`))).text()).toBe('part')
    expect(await (await part(new Request(`${origin}/assets/Page-1.js`))).text()).toBe('part')
    expect((await part(new Request(`${origin}/assets/Page-2.js`))).status).toBe(404)
    expect(kept.get('helpdesk-new')?.has('/assets/Page-2.js')).toBe(false)
    expect(server).toHaveBeenCalledTimes(2)
  })

  it('forgets what other builds kept, and nothing that is not its own', async () => {
    for (const name of ['helpdesk-old', 'helpdesk-new', 'other']) kept.set(name, new Map())
    await forgetOlder()
    expect([...kept.keys()]).toEqual(['helpdesk-new', 'other'])
  })
})
