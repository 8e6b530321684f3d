import { useState } from 'react'
import { dateTime } from '../../../lib/format'
import { t } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { nameOf, type Person } from '../../ticket'
import { useTicketPlace } from '../place'
import { chosen, type Changes, type Field } from '../threeWay'
import type { Conflict } from '../useChange'
import { ConflictChoice } from './ConflictChoice'

interface ConflictDialogProps {
  conflict: Conflict
  people: Person[]
  onChosen: (changes: Changes | null) => void
}

/** Both have changed the same: whose it is to be. What does not collide is made either way. */
export function ConflictDialog({ conflict, people, onChosen }: ConflictDialogProps) {
  const place = useTicketPlace()
  const [wanted, setWanted] = useState<ReadonlyMap<Field, string | null>>(new Map())
  const everybody = [...people, ...(conflict.theirs.people ?? [])]
  const who = nameOf(everybody, conflict.theirs.updated_by) ?? t('somebody')
  return (
    <Dialog title={t('ticket.conflict.title')} open firm alert wide onClose={() => onChosen(null)}>
      <p>{t('ticket.conflict.text', { who, when: dateTime(conflict.theirs.updated_at) })}</p>
      {place.tenantName !== null && <p className="muted">{place.tenantName}</p>}
      {conflict.collisions.map((each) => (
        <ConflictChoice key={each.field} collision={each} who={who} people={everybody} onChoose={(value) => setWanted(new Map(wanted).set(each.field, value))} />
      ))}
      <div className="row">
        <Button kind="primary" onPress={() => onChosen(chosen(conflict, wanted))}>
          {t('ticket.conflict.submit')}
        </Button>
      </div>
    </Dialog>
  )
}
