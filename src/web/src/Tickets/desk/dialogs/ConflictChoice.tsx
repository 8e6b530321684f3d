import { useState, type ReactNode } from 'react'
import { bothOf } from '../../../lib/diff'
import { t } from '../../../lib/i18n'
import { Compared } from '../../../ui/Compared'
import { TextArea } from '../../../ui/Field'
import type { Person } from '../../ticket'
import { useFieldWords } from '../side/fieldWords'
import type { Collision, Field } from '../threeWay'

interface ConflictChoiceProps {
  collision: Collision
  who: string
  people: Person[]
  /** What the field is to be. */
  onChoose: (value: string | null) => void
}

type Way = 'theirs' | 'mine' | 'both'

const texts: ReadonlySet<Field> = new Set<Field>(['subject', 'description', 'resolution_text'])

/** One field that both have changed: the other's, one's own, or for a text what somebody makes of both. */
export function ConflictChoice({ collision, who, people, onChoose }: ConflictChoiceProps) {
  const { field, before, mine, theirs } = collision
  const words = useFieldWords(people)
  const [way, setWay] = useState<Way>('theirs')
  const [both, setBoth] = useState(() => bothOf(before ?? '', theirs ?? '', mine ?? ''))
  const isText = texts.has(field)
  const choose = (next: Way) => {
    setWay(next)
    onChoose(next === 'both' ? both.trim() : collision[next])
  }
  const shown = (value: string | null) =>
    isText && value !== null ? <Compared before={before ?? ''} text={value} /> : <strong>{words.value(field, value)}</strong>
  return (
    <fieldset className="choice">
      <legend>{words.label(field)}</legend>
      <Way of={field} label={t('ticket.conflict.theirs', { who })} chosen={way === 'theirs'} onChoose={() => choose('theirs')}>
        {shown(theirs)}
      </Way>
      <Way of={field} label={t('ticket.conflict.mine')} chosen={way === 'mine'} onChoose={() => choose('mine')}>
        {shown(mine)}
      </Way>
      {isText && (
        <Way of={field} label={t('ticket.conflict.both')} chosen={way === 'both'} onChoose={() => choose('both')}>
          {null}
        </Way>
      )}
      {way === 'both' && (
        <TextArea
          label={t('ticket.conflict.bothText', { field: words.label(field) })}
          value={both}
          onChange={(event) => {
            setBoth(event.target.value)
            onChoose(event.target.value.trim())
          }}
        />
      )}
    </fieldset>
  )
}

function Way({ of, label, chosen, onChoose, children }: { of: Field; label: string; chosen: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <div className="stack-tight">
      <label className="check">
        <input type="radio" name={`conflict-${of}`} checked={chosen} onChange={onChoose} />
        <span>{label}</span>
      </label>
      {children !== null && <div className="conflict-value">{children}</div>}
    </div>
  )
}
