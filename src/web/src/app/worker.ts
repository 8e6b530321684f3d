import { isReplaced, newBuild } from '../lib/chunk'

/** The service worker keeps the page for when there is no connection, shows what is pushed, and notices a new build. */
export function startWorker(open: (path: string) => void): void {
  // Not there without a secure context, and in a private window of some browsers.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!import.meta.env.PROD || workers === undefined) return
  let had = workers.controller !== null
  workers.addEventListener('controllerchange', () => {
    // A page that was just loaded is of the new build already.
    if (had) void isReplaced().then((replaced) => replaced && newBuild.set(true), () => undefined)
    had = true
  })
  workers.addEventListener('message', (event: MessageEvent<{ open?: unknown }>) => {
    if (typeof event.data.open === 'string') open(event.data.open)
  })
  workers.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined)
}
