import { useQuery } from '@tanstack/react-query'
import { t } from '../../../lib/i18n'
import { sessionQuery } from '../../../SignIn/session'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import type { Reason } from './guard'

interface GuardDialogProps {
  reasons: Reason[]
  /** The words of the button that sends. */
  send: string
  onBack: () => void
  onSend: () => void
}

/** Everything that speaks against sending, at once. The focus is on the way back: neither Enter nor Esc sends. */
export function GuardDialog({ reasons, send, onBack, onSend }: GuardDialogProps) {
  return (
    <Dialog title={t('compose.guard.title')} open onClose={onBack} alert>
      <ul className="stack-small">
        {reasons.map((reason) => (
          <li key={reason.kind}>
            <Words reason={reason} />
          </li>
        ))}
      </ul>
      <div className="row">
        <Button kind="primary" autoFocus onPress={onBack}>
          {t('compose.guard.back')}
        </Button>
        <Button onPress={onSend}>{send}</Button>
      </div>
    </Dialog>
  )
}

function Words({ reason }: { reason: Reason }) {
  const session = useQuery(sessionQuery)
  const nameOf = (slug: string) => session.data?.tenants.find((each) => each.slug === slug)?.name ?? slug
  switch (reason.kind) {
    case 'placeholder':
      return t('compose.guard.placeholder', { found: reason.found.join(', ') })
    case 'attachment':
      return t('compose.guard.attachment', { found: reason.found.join(', ') })
    case 'mention':
      return t('compose.guard.mention', { found: reason.found.join(', ') })
    case 'internal':
      return t('compose.guard.internal')
    case 'tenant':
      return t('compose.guard.tenant', { tenants: reason.tenants.map(nameOf).join(', ') })
  }
}
