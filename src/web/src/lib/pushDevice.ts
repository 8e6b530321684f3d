const mark = 'helpdesk-push'

/** Whether this browser can be told anything while no page is open. */
export const knowsPush = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

export const mayNotify = () => knowsPush() && Notification.permission === 'granted'

/** `null`: there is no service worker, so nothing can be told here. */
export async function registrationHere(): Promise<ServiceWorkerRegistration | null> {
  return (await navigator.serviceWorker.getRegistration()) ?? null
}

/** Whose account this browser was allowed to be told of. */
export const ownerHere = () => localStorage.getItem(mark)

export function ownHere(account: string | null): void {
  if (account === null) localStorage.removeItem(mark)
  else localStorage.setItem(mark, account)
}

/** At signing out, and when another person comes: nothing more comes here, and nothing of before is shown. */
export async function leaveDevice(): Promise<void> {
  if (!mayNotify()) return
  try {
    ownHere(null)
    const registration = await registrationHere()
    await (await registration?.pushManager.getSubscription())?.unsubscribe()
    for (const each of (await registration?.getNotifications()) ?? []) each.close()
  } catch {
    // The server has forgotten this browser with its session; what it does not know it cannot tell.
  }
}
