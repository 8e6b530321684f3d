import { anyOf } from '../../lib/anyOf'
import { number } from '../../lib/format'
import { currentLanguage, t } from '../../lib/i18n'
import { Checkbox, Select } from '../../ui/Field'
import { CountedWord, countsOf, type Counted } from './counts'
import type { FilterPanelProps } from './FilterPanel'

interface ChoiceProps<N extends string> extends FilterPanelProps {
  name: N
  facet: Counted | undefined
  values: readonly string[]
}

type AnyName = 'assignee' | 'queue' | 'team' | 'category' | 'tag'

/** The server takes so many of one kind. */
const most = 50

/** One value, or none: a list to choose from, with the counts in it. */
export function One(props: ChoiceProps<'tenant' | 'unread'>) {
  const { name, search, change } = props
  return <Values label={t(`queue.chip.${name}`)} chosen={search[name] ?? ''} choose={(value) => change({ [name]: value || undefined })} {...props} />
}

/** Any of several values. The first is chosen and changed like a single one, which is what most people want; others are added to it below. */
export function Any(props: ChoiceProps<AnyName>) {
  const { name, facet, facets, search, words, change } = props
  const chosen = anyOf(search[name] ?? '')
  const more = chosen.slice(1)
  const count = countsOf(facet)
  const choose = (values: string[]) => change({ [name]: [...new Set(values)].filter((each) => each !== '').join(',') || undefined })
  const label = t(`queue.chip.${name}`)
  return (
    <div className="stack-small queue-choices">
      <Values {...props} label={label} chosen={chosen[0] ?? ''} choose={(value) => choose([value, ...more])} />
      {more.map((each) => (
        <Checkbox
          key={each}
          checked
          onChange={() => choose(chosen.filter((value) => value !== each))}
          label={<CountedWord of={label} word={words.valueOf(name, each)} count={each === 'me' ? null : count(each)} more={facets?.partial === true} />}
        />
      ))}
      {chosen.length > 0 && chosen.length < most && (
        <Values {...props} label={t('queue.filter.or', { name: label })} none={t('queue.filter.add')} without={chosen} chosen="" choose={(value) => choose([...chosen, value])} />
      )}
    </div>
  )
}

interface ValuesProps extends ChoiceProps<AnyName | 'tenant' | 'unread'> {
  label: string
  chosen: string
  choose: (value: string) => void
  /** What it says while nothing is chosen. */
  none?: string
  without?: readonly string[]
}

function Values({ name, facet, values, words, facets, label, chosen, choose, none, without = [] }: ValuesProps) {
  const count = countsOf(facet)
  const fixed = name === 'assignee' ? ['me', 'none'] : name === 'unread' ? values : []
  const rest = [...new Set([...values, ...(facet ?? []).map((each) => each.value), ...(chosen === '' ? [] : [chosen])])]
    .filter((each) => !fixed.includes(each))
    .toSorted((one, other) => words.valueOf(name, one).localeCompare(words.valueOf(name, other), currentLanguage()))
  const said = (each: string) => {
    // How many are one's own stands beside one's own name.
    const found = each === 'me' ? null : count(each)
    const text = words.valueOf(name, each)
    return found === null ? text : t('queue.facet.option', { value: text, count: number(found) + (facets?.partial ? '+' : '') })
  }
  return (
    <Select label={label} value={chosen} onChange={(event) => choose(event.target.value)}>
      <option value="">{none ?? t('queue.filter.any')}</option>
      {[...fixed, ...rest]
        .filter((each) => !without.includes(each))
        .map((each) => (
          <option key={each} value={each}>
            {said(each)}
          </option>
        ))}
    </Select>
  )
}
