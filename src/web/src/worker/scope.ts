/**
 * What of a service worker's world is used here. The compiler knows either pages or workers, and these few lines are less than a second
 * project.
 */
export interface WorkerScope {
  registration: {
    showNotification(title: string, options: NotificationOptions): Promise<void>
  }
  clients: {
    claim(): Promise<void>
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Tab[]>
    openWindow(url: string): Promise<unknown>
  }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void
  addEventListener(type: 'push', listener: (event: Pushed) => void): void
  addEventListener(type: 'notificationclick', listener: (event: Clicked) => void): void
}

export interface Tab {
  url: string
  focus(): Promise<unknown>
  postMessage(message: unknown): void
}

interface Extendable {
  waitUntil(work: Promise<unknown>): void
}

interface Asked extends Extendable {
  request: Request
  respondWith(answer: Promise<Response>): void
}

interface Pushed extends Extendable {
  data: { text(): string } | null
}

interface Clicked extends Extendable {
  notification: { close(): void; data: unknown }
}
