import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schemas } from '../api/client'
import { knowsPush, leaveDevice, mayNotify, ownerHere, ownHere, registrationHere } from '../lib/pushDevice'

export type Device = Schemas['PushSubscriptionResponse']

/** What this browser can do, and does. */
export type Here = 'unsupported' | 'blocked' | 'off' | 'on'

export const devicesQuery = queryOptions({
  queryKey: ['push-subscriptions'],
  queryFn: async () => (await answerOf(api.GET('/api/v1/push/subscriptions'))).items,
})

/** What the server and the browser say together: each of them may have forgotten the other. */
export async function stateHere(devices: readonly Device[]): Promise<Here> {
  const registration = knowsPush() ? await registrationHere() : null
  if (registration === null) return 'unsupported'
  if (Notification.permission === 'denied') return 'blocked'
  const subscribed = (await registration.pushManager.getSubscription()) !== null
  return subscribed && devices.some((each) => each.current) ? 'on' : 'off'
}

/** The browser's push service did not take it: it cannot be reached, or the browser has none. */
export class NotTaken extends Error {}

/** Asks the person, then the browser's push service, then the server. `false`: the person does not want it after all. */
export async function subscribe(account: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false
  const registration = await registrationHere()
  if (registration === null) return false
  const { public_key } = await answerOf(api.GET('/api/v1/push/key'))
  await tell(
    await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: public_key }).catch((error: unknown) => {
      throw new NotTaken(undefined, { cause: error })
    }),
  )
  ownHere(account)
  return true
}

export async function remove(device: Device): Promise<void> {
  await answerOf(api.DELETE('/api/v1/push/subscriptions/{id}', { params: { path: { id: device.id } } }))
  if (device.current) await leaveDevice()
}

/** Whenever pages are opened: the server hears that this browser is still here; what another person allowed here is over. */
export async function renew(account: string): Promise<void> {
  const registration = mayNotify() ? await registrationHere() : null
  if (registration === null || ownerHere() === null) return
  if (ownerHere() !== account) return leaveDevice()
  const known = await registration.pushManager.getSubscription()
  if (known === null) await subscribe(account)
  else await tell(known)
}

async function tell(subscription: PushSubscription): Promise<void> {
  const { endpoint, keys } = subscription.toJSON()
  await answerOf(
    api.PUT('/api/v1/push/subscriptions', {
      body: { endpoint: endpoint ?? '', p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '', name: nameOf(navigator.userAgent) },
    }),
  )
}

// The first that fits: browsers name those that they are made from as well.
const browsers: readonly [RegExp, string][] = [
  [/Edg/, 'Edge'],
  [/OPR/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrom|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux|CrOS/, 'Linux'],
]

/** What a browser is called in the list of devices. */
export function nameOf(agent: string): string {
  const first = (all: readonly [RegExp, string][]) => all.find(([pattern]) => pattern.test(agent))?.[1]
  return [first(browsers), first(systems)].filter((each) => each !== undefined).join(', ') || 'Browser'
}
