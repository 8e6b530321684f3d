import { useEffect, useState } from 'react'
import { anyOf } from '../../lib/anyOf'
import { number } from '../../lib/format'
import { currentLanguage, t } from '../../lib/i18n'
import { useLater } from '../../lib/useLater'
import { Checkbox, Select, TextField } from '../../ui/Field'
import { priorities, slaStates, statuses, type Facets, type ListSearch } from '../list'
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

type Counted = Facets['status']
type Counts = (value: string) => number | null

// The server names so many values of each at most.
const most = 100

/** Everything here stands in the address. Beside each value stands how many tickets the choice would leave. */
export function FilterPanel(props: FilterPanelProps) {
  const { search, facets, words, change, atDesk } = props
  const tags = facets?.tag ?? []
  return (
    <div className="queue-filters stack">
      {atDesk && words.tenants.length > 1 && <One name="tenant" facet={undefined} values={words.tenants} {...props} />}
      <Words name="q" label={t('queue.filter.words')} search={search} change={change} />
      <Several name="status" values={statuses} chosen={search.status} choose={(status) => change({ status })} facet={facets?.status} {...props} />
      <Several name="priority" values={priorities} chosen={search.priority} choose={(priority) => change({ priority })} facet={facets?.priority} {...props} />
      <Several name="sla" values={slaStates} chosen={search.sla} choose={(sla) => change({ sla })} facet={facets?.sla_state ?? undefined} {...props} />
      <One name="assignee" facet={facets?.assignee} values={['me', 'none', ...(words.staff ?? []).map((each) => each.id)]} {...props} />
      {!atDesk &&
        (['queue', 'team', 'category'] as const).map((name) => (
          <One key={name} name={name} facet={facets?.[name] ?? undefined} values={(words.lists[name] ?? []).map((each) => each.key)} {...props} />
        ))}
      {tags.length < most ? <One name="tag" facet={tags} values={[]} {...props} /> : <Words name="tag" label={t('queue.filter.tag')} search={search} change={change} />}
      <One name="unread" facet={undefined} values={['true', 'false']} {...props} />
      {facets?.partial && <p className="muted small">{t('queue.facet.partial', { count: number(200_000) })}</p>}
    </div>
  )
}

/** What no ticket has is not named by the server. Before it has counted nothing is said. */
function countsOf(facet: Counted | undefined): Counts {
  if (facet === undefined) return () => null
  const counts = new Map(facet.map((each) => [each.value, each.count]))
  return (value) => counts.get(value) ?? 0
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
          label={
            <span className="queue-choice">
              {words.valueOf(name, each)} <Count count={count(each)} more={facets?.partial === true} />
            </span>
          }
        />
      ))}
    </fieldset>
  )
}

function Count({ count, more }: { count: number | null; more: boolean }) {
  if (count === null) return null
  return (
    <span className="queue-count">
      <span aria-hidden="true">{number(count) + (more ? '+' : '')}</span>
      <span className="visually-hidden">{t('queue.facet.count', { count })}</span>
    </span>
  )
}

interface OneProps extends FilterPanelProps {
  name: 'tenant' | 'assignee' | 'queue' | 'team' | 'category' | 'tag' | 'unread'
  facet: Counted | undefined
  values: readonly string[]
}

/** The server takes one value of these: a list to choose from, with the counts in it. */
function One({ name, facet, values, search, words, change, facets }: OneProps) {
  const count = countsOf(facet)
  const value = search[name] ?? ''
  const fixed = name === 'assignee' ? ['me', 'none'] : name === 'unread' ? values : []
  const rest = [...new Set([...values, ...(facet ?? []).map((each) => each.value), ...(value === '' ? [] : [value])])]
    .filter((each) => !fixed.includes(each))
    .toSorted((one, other) => words.valueOf(name, one).localeCompare(words.valueOf(name, other), currentLanguage()))
  const label = (each: string) => {
    // How many are one's own stands beside one's own name.
    const found = each === 'me' ? null : count(each)
    const text = anyOf(each).map((one) => words.valueOf(name, one)).join(', ')
    // Several together nobody has counted.
    if (each.includes(',')) return text
    return found === null ? text : t('queue.facet.option', { value: text, count: number(found) + (facets?.partial ? '+' : '') })
  }
  return (
    <Select label={t(`queue.chip.${name}`)} value={value} onChange={(event) => change({ [name]: event.target.value || undefined })}>
      <option value="">{t('queue.filter.any')}</option>
      {[...fixed, ...rest].map((each) => (
        <option key={each} value={each}>
          {label(each)}
        </option>
      ))}
    </Select>
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
