import { Button as AriaButton, Text, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastQueue as ToastQueue, UNSTABLE_ToastRegion as ToastRegion } from 'react-aria-components'
import { t } from '../lib/i18n'
import { Icon } from './Icon'

export interface ToastText {
  text: string
  /** What can still be done about it; the toast stays until it is closed. */
  act?: { label: string; run: () => void }
}

const queue = new ToastQueue<ToastText>({ maxVisibleToasts: 3 })

/** Repeats what the page shows. Goes after six seconds unless something can be done; F6 leads to it, and its time stands while it is read. */
export function toast(text: string, act?: ToastText['act'], milliseconds = act ? 0 : 6000): () => void {
  const key = queue.add({ text, ...(act && { act }) }, milliseconds === 0 ? {} : { timeout: milliseconds })
  return () => queue.close(key)
}

export function Toasts() {
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
                  queue.close(shown.key)
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
