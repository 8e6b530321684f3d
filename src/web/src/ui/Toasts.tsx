import { lazy, Suspense } from 'react'
import { toasts } from './toast'

const ToastList = lazy(() => import('./ToastList').then((module) => ({ default: module.ToastList })))

export function Toasts() {
  const shown = toasts.use()
  return shown.length === 0 ? null : (
    <Suspense>
      <ToastList />
    </Suspense>
  )
}
