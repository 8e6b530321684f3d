import { lazyPart } from '../lib/lazyPart'
import { toasts } from './toast'

const ToastList = lazyPart(async () => (await import('./ToastList')).ToastList)

export function Toasts() {
  const shown = toasts.use()
  return shown.length === 0 ? null : <ToastList />
}
