import { openNote, showNote } from './notes'
import type { WorkerScope } from './scope'
import { answerTo, forgetOlder, fresh, freshPage, keepShell, part } from './shell'

const scope = globalThis as unknown as WorkerScope
const { origin } = globalThis.location

// A new build takes over at once and forgets what the old one kept. A page that is open is told, and asks to be loaded anew.
scope.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => scope.skipWaiting())))
scope.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => scope.clients.claim())))

scope.addEventListener('fetch', (event) => {
  const kind = answerTo(event.request, origin)
  if (kind === 'page') event.respondWith(freshPage(event.request))
  else if (kind === 'part') event.respondWith(part(event.request))
  else if (kind === 'file') event.respondWith(fresh(event.request, new URL(event.request.url).pathname))
})

scope.addEventListener('push', (event) => event.waitUntil(showNote(scope, event.data)))

scope.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openNote(scope, event.notification.data, origin))
})
