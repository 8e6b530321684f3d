/** Put in by the build: what a page needs to say that there is no connection, and a word that changes with every build. */
declare const HELPDESK_SHELL: { build: string; files: readonly string[] }

const prefix = 'helpdesk-'
const page = '/'
// What the platform itself answers, whatever a browser takes: never answered from here.
const served = /^\/(?:api|openapi|health|problems|ofrep|\.well-known)(?:\/|$)/
const hashed = /^\/assets\//

const name = () => prefix + HELPDESK_SHELL.build

/** Without cookies: what is kept is the same for everybody who uses this browser. */
export async function keepShell(): Promise<void> {
  const cache = await caches.open(name())
  const asked = new Request(new URL(page, globalThis.location.origin), { credentials: 'omit', cache: 'reload', headers: { Accept: 'text/html' } })
  const [shell] = await Promise.all([fetch(asked), cache.addAll([...HELPDESK_SHELL.files])])
  if (!shell.ok) throw new Error('There is no page to keep.')
  await cache.put(page, shell)
}

export async function forgetOlder(): Promise<void> {
  for (const each of await caches.keys()) if (each.startsWith(prefix) && each !== name()) await caches.delete(each)
}

/** `null`: the browser asks by itself. Answers of the API never come from here, and none is kept. */
export function answerTo(request: Pick<Request, 'method' | 'mode' | 'url'>, origin: string): 'page' | 'part' | 'file' | null {
  const { origin: asked, pathname } = new URL(request.url)
  if (request.method !== 'GET' || asked !== origin || served.test(pathname)) return null
  if (request.mode === 'navigate') return 'page'
  if (hashed.test(pathname)) return 'part'
  return HELPDESK_SHELL.files.includes(pathname) ? 'file' : null
}

/** From the server, and only without a connection as it was kept. */
export async function fresh(request: Request, kept: string): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const found = await (await caches.open(name())).match(kept)
    if (found === undefined) throw error
    return found
  }
}

export const freshPage = (request: Request) => fresh(request, page)

/** A name under /assets stands for one content for ever: what was loaded once is not asked for again. */
export async function part(request: Request): Promise<Response> {
  const cache = await caches.open(name())
  const found = await cache.match(request.url)
  if (found !== undefined) return found
  const loaded = await fetch(request)
  if (loaded.ok) await cache.put(request.url, loaded.clone())
  return loaded
}
