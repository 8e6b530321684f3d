import { useState } from 'react'
import { answerOf, type Schemas } from '../../../api/client'
import { t } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Select } from '../../../ui/Field'
import type { Ticket } from '../../ticket'
import { useTicketPlace } from '../place'
import { useAct } from '../useAct'
import { TicketFinder, type Found } from './TicketFinder'

type Kind = Schemas['LinkKind']
export const linkKinds: readonly Kind[] = ['relates_to', 'duplicate_of', 'duplicated_by', 'blocks', 'blocked_by']

export function LinkDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const place = useTicketPlace()
  const [other, setOther] = useState<Found | null>(null)
  const [kind, setKind] = useState<Kind>('relates_to')
  const [missing, setMissing] = useState(false)
  const act = useAct(place, ticket, {
    send: (_, operation) =>
      answerOf(
        place.api.POST('/api/v1/tickets/{id}/links', {
          params: { path: { id: place.number }, header: { 'Idempotency-Key': operation } },
          body: { ticket: other?.number ?? '', kind },
        }),
      ),
    done: t('link.done', { number: other?.number ?? '' }),
    onDone: onClose,
  })
  return (
    <Dialog title={t('link.title', { number: place.number })} open onClose={onClose} wide>
      <Select id="link-kind" label={t('link.kind')} value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
        {linkKinds.map((each) => (
          <option key={each} value={each}>
            {t(`link.kind.${each}`)}
          </option>
        ))}
      </Select>
      <TicketFinder label={t('merge.find')} chosen={other} onChosen={setOther} error={missing && other === null ? t('merge.missing') : null} />
      {act.fault && (
        <p className="field-error" role="alert">
          {act.fault}
        </p>
      )}
      <div className="row">
        <Button
          kind="primary"
          busy={act.busy}
          onPress={() => {
            setMissing(true)
            if (other !== null) act.run()
          }}
        >
          {t('ticket.act.link')}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </div>
    </Dialog>
  )
}
