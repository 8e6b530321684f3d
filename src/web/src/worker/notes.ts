import type { Tab, WorkerScope } from './scope'

/** As the server writes it: in the language of whom it tells, and of a ticket the newest only. */
interface Note {
  title: string
  text: string
  link: string
  tag: string
  lang: string
}

const icon = '/icon-192.png'

/** A browser wants something to be shown for whatever came. */
export function showNote(scope: WorkerScope, data: { text(): string } | null): Promise<void> {
  const note = read(data)
  return scope.registration.showNotification(note?.title ?? 'Helpdesk', {
    body: note?.text ?? '',
    tag: note?.tag ?? 'news',
    lang: note?.lang ?? '',
    icon,
    badge: icon,
    data: note?.link ?? '/',
  })
}

function read(data: { text(): string } | null): Note | null {
  try {
    return JSON.parse(data?.text() ?? '') as Note
  } catch {
    return null
  }
}

/** A page that is open is gone on with: it brings its reader there itself, and keeps what is being written. */
export async function openNote(scope: WorkerScope, link: unknown, origin: string): Promise<void> {
  const path = pathOf(link, origin)
  const tabs = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const tab = bestOf(tabs, origin + path)
  if (tab === undefined) {
    await scope.clients.openWindow(path)
    return
  }
  await tab.focus()
  if (tab.url !== origin + path) tab.postMessage({ open: path })
}

export function bestOf(tabs: readonly Tab[], url: string): Tab | undefined {
  return tabs.find((each) => each.url === url) ?? tabs[0]
}

/** Nothing leads away from here, whatever came. */
export function pathOf(link: unknown, origin: string): string {
  try {
    const url = new URL(String(link), origin)
    return url.origin === origin ? url.pathname + url.search : '/'
  } catch {
    return '/'
  }
}
