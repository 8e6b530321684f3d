import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { categoriesQuery, queuesQuery, teamsQuery } from '../../Categories/categories'
import { currentLanguage, t } from '../../lib/i18n'
import { useLater } from '../../lib/useLater'
import { staffQuery } from '../../People/staff'
import { Checkbox, Select, TextField } from '../../ui/Field'
import { priorities, slaStates, statuses, type ListSearch } from '../list'

type Change = { [Name in keyof ListSearch]?: ListSearch[Name] | undefined }

interface FilterPanelProps {
  search: ListSearch
  change: (change: Change) => void
  atDesk: boolean
}

/** Everything here stands in the address. How many tickets a choice would leave comes beside it once the server counts them. */
export function FilterPanel({ search, change, atDesk }: FilterPanelProps) {
  return (
    <div className="queue-filters stack">
      <Words name="q" label={t('queue.filter.words')} search={search} change={change} />
      <Several
        label={t('queue.filter.status')}
        values={statuses}
        words={(each) => t(`status.${each}`)}
        chosen={search.status ?? []}
        choose={(status) => change({ status })}
      />
      <Several
        label={t('field.priority')}
        values={priorities}
        words={(each) => t(`priority.${each}`)}
        chosen={search.priority ?? []}
        choose={(priority) => change({ priority })}
      />
      <Select label={t('queue.filter.sla')} value={search.sla ?? ''} onChange={(event) => change({ sla: slaStates.find((each) => each === event.target.value) })}>
        <option value="">{t('queue.filter.any')}</option>
        {slaStates.map((each) => (
          <option key={each} value={each}>
            {t(`queue.sla.${each}`)}
          </option>
        ))}
      </Select>
      <Assignee search={search} change={change} atDesk={atDesk} />
      {!atDesk && <Places search={search} change={change} />}
      <Words name="tag" label={t('queue.filter.tag')} search={search} change={change} />
    </div>
  )
}

type Part = Omit<FilterPanelProps, 'atDesk'>

interface SeveralProps<V extends string> {
  label: string
  values: readonly V[]
  words: (value: V) => string
  chosen: readonly V[]
  choose: (values: V[]) => void
}

function Several<V extends string>({ label, values, words, chosen, choose }: SeveralProps<V>) {
  return (
    <fieldset className="queue-choices">
      <legend className="field-label">{label}</legend>
      {values.map((each) => (
        <Checkbox
          key={each}
          label={words(each)}
          checked={chosen.includes(each)}
          onChange={(event) => choose(values.filter((value) => (value === each ? event.target.checked : chosen.includes(value))))}
        />
      ))}
    </fieldset>
  )
}

/** Goes into the address when the typing pauses. */
function Words({ name, label, search, change }: Part & { name: 'q' | 'tag'; label: string }) {
  const known = search[name] ?? ''
  const [text, setText] = useState(known)
  const later = useLater(text.trim())
  useEffect(() => setText((was) => (was.trim() === known ? was : known)), [known])
  useEffect(() => {
    if (later === text.trim() && later !== known) change({ [name]: later })
    // Only what was typed leads into the address; an address that changes by itself is shown by the effect above.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [later])
  return <TextField label={label} type="search" maxLength={name === 'tag' ? 100 : 200} value={text} onChange={(event) => setText(event.target.value)} />
}

function Assignee({ search, change, atDesk }: FilterPanelProps) {
  const staff = useQuery({ ...staffQuery, enabled: !atDesk })
  const known = ['', 'me', 'none', ...(staff.data ?? []).map((each) => each.id)]
  const value = search.assignee ?? ''
  return (
    <Select label={t('queue.filter.assignee')} value={value} onChange={(event) => change({ assignee: event.target.value })}>
      <option value="">{t('queue.filter.any')}</option>
      <option value="me">{t('queue.me')}</option>
      <option value="none">{t('queue.nobody')}</option>
      {staff.data?.map((each) => (
        <option key={each.id} value={each.id}>
          {each.name}
        </option>
      ))}
      {!known.includes(value) && <option value={value}>{t('queue.assigned')}</option>}
    </Select>
  )
}

function Places({ search, change }: Part) {
  const lists = [
    ['queue', t('queue.filter.queue'), useQuery(queuesQuery).data],
    ['team', t('queue.filter.team'), useQuery(teamsQuery).data],
    ['category', t('field.category'), useQuery(categoriesQuery).data],
  ] as const
  return lists.map(([name, label, list]) => {
    const value = search[name] ?? ''
    return (
      <Select key={name} label={label} value={value} onChange={(event) => change({ [name]: event.target.value })}>
        <option value="">{t('queue.filter.any')}</option>
        {list?.items.map((each) => (
          <option key={each.key} value={each.key}>
            {each.name[currentLanguage()] ?? each.key}
          </option>
        ))}
        {value !== '' && !list?.items.some((each) => each.key === value) && <option value={value}>{value}</option>}
      </Select>
    )
  })
}
