import { useEffect, useState } from 'react'
import { t } from '../lib/i18n'
import { useAway } from '../Live/useAway'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'

interface SendWhenConnectedProps {
  /** The words of the button that sends. */
  send: string
  onSend: () => void
}

/**
 * While the server is away nothing is sent and nothing waits in a queue: an answer that leaves hours later is worse than none. Whoever
 * wants to send is asked again once there is a connection, and then everything is looked over as always.
 */
export function useSendWhenConnected({ send, onSend }: SendWhenConnectedProps) {
  const isAway = useAway() !== null
  const [wish, setWish] = useState<'none' | 'waits' | 'asks'>('none')
  useEffect(() => {
    if (!isAway) setWish((now) => (now === 'waits' ? 'asks' : now))
  }, [isAway])
  return {
    isAway,
    /** Instead of the button that sends. */
    button: (
      <Button onPress={() => setWish(wish === 'none' ? 'waits' : 'none')}>{t(wish === 'none' ? 'offline.send' : 'offline.send.not')}</Button>
    ),
    waits: wish === 'waits' ? t('offline.waits') : null,
    question: wish === 'asks' && (
      <Dialog title={t('offline.back')} open onClose={() => setWish('none')} alert>
        <p>{t('offline.back.text')}</p>
        <div className="row">
          <Button kind="primary" autoFocus onPress={() => setWish('none')}>
            {t('offline.back.not')}
          </Button>
          <Button
            onPress={() => {
              setWish('none')
              onSend()
            }}
          >
            {send}
          </Button>
        </div>
      </Dialog>
    ),
  }
}
