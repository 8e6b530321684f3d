import { useNavigate } from '@tanstack/react-router'
import { answerOf } from '../../../api/client'
import { t } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import type { Ticket } from '../../ticket'
import { useTicketPlace } from '../place'
import { ifMatch, useAct } from '../useAct'

export function DeleteDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const place = useTicketPlace()
  const navigate = useNavigate()
  const act = useAct(place, ticket, {
    send: (now, operation) =>
      answerOf(
        place.api.DELETE('/api/v1/tickets/{id}', {
          params: { path: { id: place.number }, header: { ...ifMatch(now), 'Idempotency-Key': operation } },
        }),
      ),
    gone: true,
    done: t('ticket.delete.done', { number: place.number }),
    onDone: () => void navigate({ to: '/work' }),
  })
  return (
    <Dialog title={t('ticket.delete.title', { number: place.number })} open onClose={onClose} alert>
      <p>{t('ticket.delete.text')}</p>
      <p>
        <strong>{ticket.subject}</strong>
        {place.tenantName !== null && ` · ${place.tenantName}`}
      </p>
      {act.fault && (
        <p className="field-error" role="alert">
          {act.fault}
        </p>
      )}
      <div className="row">
        <Button onPress={onClose} autoFocus>
          {t('cancel')}
        </Button>
        <Button kind="danger" busy={act.busy} onPress={act.run}>
          {t('ticket.act.delete')}
        </Button>
      </div>
    </Dialog>
  )
}
