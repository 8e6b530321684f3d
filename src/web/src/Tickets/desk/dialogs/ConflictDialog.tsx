import { useState } from 'react'
import { dateTime } from '../../../lib/format'
import { t } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { nameOf, type Person } from '../../ticket'
import { useTicketPlace } from '../place'
import { useFieldWords } from '../side/fieldWords'
import { chosen, type Changes, type Collision, type Field } from '../threeWay'
import type { Conflict } from '../useChange'

interface ConflictDialogProps {
  conflict: Conflict
  people: Person[]
  onChosen: (changes: Changes | null) => void
}

/** Both have changed the same: whose it is to be. What does not collide is made either way. */
export function ConflictDialog({ conflict, people, onChosen }: ConflictDialogProps) {
  const place = useTicketPlace()
  const [mine, setMine] = useState<ReadonlySet<Field>>(new Set())
  const everybody = [...people, ...(conflict.theirs.people ?? [])]
  const who = nameOf(everybody, conflict.theirs.updated_by) ?? t('somebody')
  const choose = (field: Field, keep: boolean) => {
    const next = new Set(mine)
    if (keep) next.add(field)
    else next.delete(field)
    setMine(next)
  }
  return (
    <Dialog title={t('ticket.conflict.title')} open firm alert onClose={() => onChosen(null)}>
      <p>{t('ticket.conflict.text', { who, when: dateTime(conflict.theirs.updated_at) })}</p>
      {place.tenantName !== null && <p className="muted">{place.tenantName}</p>}
      {conflict.collisions.map((each) => (
        <Choice key={each.field} collision={each} who={who} people={everybody} mine={mine.has(each.field)} onChoose={(keep) => choose(each.field, keep)} />
      ))}
      <div className="row">
        <Button kind="primary" onPress={() => onChosen(chosen(conflict, mine))}>
          {t('ticket.conflict.submit')}
        </Button>
      </div>
    </Dialog>
  )
}

interface ChoiceProps {
  collision: Collision
  who: string
  people: Person[]
  mine: boolean
  onChoose: (keep: boolean) => void
}

function Choice({ collision, who, people, mine, onChoose }: ChoiceProps) {
  const words = useFieldWords(people)
  return (
    <fieldset className="choice">
      <legend>{words.label(collision.field)}</legend>
      <label className="check">
        <input type="radio" name={`conflict-${collision.field}`} checked={!mine} onChange={() => onChoose(false)} />
        <span>
          {t('ticket.conflict.theirs', { who })}: <strong>{words.value(collision.field, collision.theirs)}</strong>
        </span>
      </label>
      <label className="check">
        <input type="radio" name={`conflict-${collision.field}`} checked={mine} onChange={() => onChoose(true)} />
        <span>
          {t('ticket.conflict.mine')}: <strong>{words.value(collision.field, collision.mine)}</strong>
        </span>
      </label>
    </fieldset>
  )
}
