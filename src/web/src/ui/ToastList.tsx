import { useEffect } from 'react'
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { t } from '../lib/i18n'
import { Icon } from './Icon'
import { close, toasts, type ShownToast } from './toast'

const shownFor = 6000
const queue = new ToastQueue<ShownToast>({ maxVisibleToasts: 3 })
const keys = new Map<number, string>()

function timeOf(each: ShownToast): { timeout?: number } {
  const milliseconds = each.milliseconds ?? (each.act === undefined ? shownFor : 0)
  return milliseconds === 0 ? {} : { timeout: milliseconds }
}

function follow(): void {
  const wanted = toasts.get()
  for (const each of wanted)
    if (!keys.has(each.id))
      keys.set(each.id, queue.add(each, { onClose: () => close(each.id), ...timeOf(each) }))
  for (const [id, key] of keys)
    if (!wanted.some((each) => each.id === id)) {
      keys.delete(id)
      queue.close(key)
    }
}

/** F6 leads to the toasts from wherever one is, and back again. React Aria's own F6 does not know a region that comes and goes. */
function followF6(): () => void {
  let from: HTMLElement | null = null
  const go = (event: KeyboardEvent) => {
    const region = document.querySelector('.toasts')
    if (event.key !== 'F6' || event.defaultPrevented || region === null) return
    event.preventDefault()
    const now = document.activeElement
    if (region.contains(now)) from?.focus()
    else {
      from = now instanceof HTMLElement ? now : null
      region.querySelector<HTMLElement>('.toast')?.focus()
    }
  }
  document.addEventListener('keydown', go)
  return () => document.removeEventListener('keydown', go)
}

/** A landmark that F6 leads to; the time of each stands still while it is read. */
export function ToastList() {
  const wanted = toasts.use()
  useEffect(follow, [wanted])
  useEffect(followF6, [])
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={t('toasts')}>
      {({ toast: shown }) => (
        <Toast toast={shown} className="toast">
          <ToastContent>
            <Text slot="title">{shown.content.text}</Text>
          </ToastContent>
          <span className="row">
            {shown.content.act && (
              <AriaButton
                className="button"
                onPress={() => {
                  shown.content.act?.run()
                  close(shown.content.id)
                }}
              >
                {shown.content.act.label}
              </AriaButton>
            )}
            <AriaButton slot="close" className="button" aria-label={t('close')}>
              <Icon name="close" />
            </AriaButton>
          </span>
        </Toast>
      )}
    </ToastRegion>
  )
}
