import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiFor } from '../../../api/client'
import { t } from '../../../lib/i18n'
import { useLater } from '../../../lib/useLater'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import { peopleQuery } from '../dialogs/AssignDialog'

/** Somebody who is known here, or an address that a contact is made of. */
export type Requester = { id: string; name: string; email: string } | { id: null; name: string; email: string }

interface PersonFieldProps {
  tenant: string | null
  value: Requester | null
  error: string | null
  onChange: (person: Requester | null) => void
}

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const shown = 6

/** By name or address. Who is not known yet is taken by their address. */
export function PersonField({ tenant, value, error, onChange }: PersonFieldProps) {
  const [words, setWords] = useState('')
  const later = useLater(words)
  const found = useQuery(peopleQuery({ tenant, api: apiFor(tenant) }, later))
  const people = later.trim().length < 2 ? [] : (found.data?.items ?? []).slice(0, shown)
  const known = people.some((each) => each.email.toLowerCase() === words.trim().toLowerCase())
  if (value !== null)
    return (
      <div className="stack-small">
        <div className="finder-chosen">
          <span>
            <span className="muted small">{t('people.requester')}</span>
            <br />
            <strong>{value.name || value.email}</strong> <span className="muted">{`<${value.email}>`}</span>
          </span>
          <Button kind="quiet" onPress={() => onChange(null)}>
            {t('compose.new.person.other')}
          </Button>
        </div>
        {value.id === null && (
          <TextField
            id="requester-name"
            label={t('compose.new.person.name')}
            hint={t('compose.new.person.contact')}
            optional={t('optional')}
            value={value.name}
            onChange={(event) => onChange({ ...value, name: event.target.value })}
          />
        )}
      </div>
    )
  return (
    <div className="stack-small">
      <TextField
        id="requester"
        label={t('people.requester')}
        hint={t('compose.new.person.hint')}
        autoComplete="off"
        value={words}
        error={error}
        onChange={(event) => setWords(event.target.value)}
      />
      {later.trim().length >= 2 && (
        <p className="muted small" role="status">
          {found.isFetching ? t('loading') : t('search.count', { count: people.length })}
        </p>
      )}
      <ul role="list" className="finder">
        {people.map((each) => (
          <li key={each.id}>
            <button type="button" className="finder-hit" onClick={() => onChange({ id: each.id, name: each.name, email: each.email })}>
              <strong>{each.name}</strong>
              <span>{each.email}</span>
            </button>
          </li>
        ))}
        {address.test(words.trim()) && !known && (
          <li>
            <button type="button" className="finder-hit" onClick={() => onChange({ id: null, name: '', email: words.trim() })}>
              <strong>{t('compose.new.person.take')}</strong>
              <span>{words.trim()}</span>
            </button>
          </li>
        )}
      </ul>
    </div>
  )
}
