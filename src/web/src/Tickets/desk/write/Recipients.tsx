import { dateTime } from '../../../lib/format'
import { t } from '../../../lib/i18n'
import type { Schemas } from '../../../api/client'
import { addressees } from './recipients'

/** Every address that an answer goes to, before it goes. */
export function Recipients({ id, answer, fault }: { id: string; answer: Schemas['RecipientsResponse'] | undefined; fault: boolean }) {
  const people = addressees(answer?.items ?? [])
  return (
    <div id={id} className="recipients">
      <span className="field-label">{t('compose.to')}</span>
      {fault && <span className="muted">{t('compose.to.unknown')}</span>}
      {answer !== undefined && people.length === 0 && <span className="muted">{t(`compose.nobody.${answer.nobody ?? 'own_act'}`)}</span>}
      {people.length > 0 && (
        <ul role="list" className="stack-tight">
          {people.map((each) => (
            <li key={each.account}>
              {each.name} <span className="muted">{`<${each.email}>`}</span>
              <span className="small muted">
                {' – '}
                {each.told.length > 0 ? each.told.map(way).join(', ') : each.not.join(' ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const soon = 120_000

function way({ channel, at }: Schemas['RecipientResponse']): string {
  const words = t(`compose.by.${channel}`)
  const later = at !== null && new Date(at).getTime() - Date.now() > soon
  return later ? t('compose.by.later', { way: words, when: dateTime(at) }) : words
}
