import { useEffect, useState } from 'react'
import { number } from '../../lib/format'
import { t } from '../../lib/i18n'
import { useLater } from '../../lib/useLater'
import { Checkbox, TextField } from '../../ui/Field'
import { priorities, slaStates, statuses, type Facets, type ListSearch } from '../list'
import { Any, One } from './Choice'
import { CountedWord, countsOf, type Counted } from './counts'
import type { FilterWords } from './useFilterWords'
import type { FilterChange } from './views'

export interface FilterPanelProps {
  search: ListSearch
  facets: Facets | undefined
  words: FilterWords
  /** `typing`: more of what is being typed, no choice of its own to come back to. */
  change: (change: FilterChange, typing?: boolean) => void
  atDesk: boolean
}

// The server names so many values of each at most.
const most = 100

/** Everything here stands in the address. Beside each value stands how many tickets the choice would leave. */
export function FilterPanel(props: FilterPanelProps) {
  const { search, facets, words, change, atDesk } = props
  const tags = facets?.tag ?? []
  return (
    <div className="queue-filters stack">
      {atDesk && words.tenants.length > 1 && <One name="tenant" facet={facets?.tenant ?? undefined} values={words.tenants} {...props} />}
      <Words name="q" label={t('queue.filter.words')} search={search} change={change} />
      <Several name="status" values={statuses} chosen={search.status} choose={(status) => change({ status })} facet={facets?.status} {...props} />
      <Several name="priority" values={priorities} chosen={search.priority} choose={(priority) => change({ priority })} facet={facets?.priority} {...props} />
      <Several name="sla" values={slaStates} chosen={search.sla} choose={(sla) => change({ sla })} facet={facets?.sla_state ?? undefined} {...props} />
      <Any name="assignee" facet={facets?.assignee} values={['me', 'none', ...(words.staff ?? []).map((each) => each.id)]} {...props} />
      {!atDesk &&
        (['queue', 'team', 'category'] as const).map((name) => (
          <Any key={name} name={name} facet={facets?.[name] ?? undefined} values={(words.lists[name] ?? []).map((each) => each.key)} {...props} />
        ))}
      {tags.length < most ? <Any name="tag" facet={tags} values={[]} {...props} /> : <Words name="tag" label={t('queue.filter.tag')} search={search} change={change} />}
      <One name="unread" facet={undefined} values={['true', 'false']} {...props} />
      {facets?.partial && <p className="muted small">{t('queue.facet.partial', { count: number(200_000) })}</p>}
    </div>
  )
}

interface SeveralProps<V extends string> extends FilterPanelProps {
  name: 'status' | 'priority' | 'sla'
  values: readonly V[]
  chosen: readonly V[] | undefined
  choose: (values: V[]) => void
  facet: Counted | undefined
}

function Several<V extends string>({ name, values, chosen = [], choose, facet, words, facets }: SeveralProps<V>) {
  const count = countsOf(facet)
  return (
    <fieldset className="queue-choices">
      <legend className="field-label">{t(`queue.chip.${name}`)}</legend>
      {values.map((each) => (
        <Checkbox
          key={each}
          checked={chosen.includes(each)}
          onChange={(event) => choose(values.filter((value) => (value === each ? event.target.checked : chosen.includes(value))))}
          label={<CountedWord word={words.valueOf(name, each)} count={count(each)} more={facets?.partial === true} />}
        />
      ))}
    </fieldset>
  )
}

/** Goes into the address when the typing pauses. */
function Words({ name, label, search, change }: Pick<FilterPanelProps, 'search' | 'change'> & { name: 'q' | 'tag'; label: string }) {
  const known = search[name] ?? ''
  const [text, setText] = useState(known)
  const later = useLater(text.trim())
  useEffect(() => setText((was) => (was.trim() === known ? was : known)), [known])
  useEffect(() => {
    if (later === text.trim() && later !== known) change({ [name]: later }, known !== '')
    // Only what was typed leads into the address; an address that changes by itself is shown by the effect above.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [later])
  return <TextField label={label} type="search" maxLength={name === 'tag' ? 100 : 200} value={text} onChange={(event) => setText(event.target.value)} />
}
