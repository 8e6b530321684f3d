import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, newOperation, type Schemas } from '../../../api/client'
import { currentLanguage, t } from '../../../lib/i18n'
import type { TicketPlace } from '../place'

type Recipients = Schemas['RecipientsResponse']
type Recipient = Schemas['RecipientResponse']

/** Who would be told of an answer: it does not depend on its words. */
export const recipientsQuery = (place: TicketPlace, version: number, enabled: boolean) =>
  queryOptions({
    // Of this version of the ticket: a closed one is not asked about.
    queryKey: ['recipients', place.key, version],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await answerOf(
        place.api.POST('/api/v1/tickets/{id}/comments', {
          signal,
          params: { path: { id: place.number }, query: { preview: 'recipients' }, header: { 'Idempotency-Key': newOperation() } },
          body: { body: '…', visibility: 'public' },
        }),
      )) as Recipients,
  })

export interface Addressee {
  account: string
  name: string
  email: string
  /** The ways by which they are told; none: they are not. */
  told: Recipient[]
  /** Why not, in the server's words. */
  not: string[]
}

/** Each person once, with every way by which they are told or not. */
export function addressees(items: Recipient[]): Addressee[] {
  const people = new Map<string, Addressee>()
  for (const item of items) {
    const person = people.get(item.account) ?? { account: item.account, name: item.name, email: item.email, told: [], not: [] }
    if (item.told) person.told.push(item)
    else if (item.reason_text !== null) person.not.push(item.reason_text)
    people.set(item.account, person)
  }
  return [...people.values()]
}

const namedAtMost = 3

/**
 * What stands on the button: everybody who is told, and at the desk the municipality in whose name it goes out. While nobody knows yet who
 * is told, it says neither names nor that there are none.
 */
export function sendWords(people: Addressee[] | undefined, tenantName: string | null): string {
  if (people === undefined) return tenantName === null ? t('compose.send.anybody') : `${t('compose.send.anybody')} · ${tenantName}`
  const names = people.filter((each) => each.told.length > 0).map((each) => each.name)
  const shown = names.length > namedAtMost ? [...names.slice(0, namedAtMost - 1), t('compose.others', { count: names.length - namedAtMost + 1 })] : names
  const list = new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(shown)
  const words = names.length === 0 ? t('compose.send.nobody') : t('compose.send', { names: list })
  return tenantName === null ? words : `${words} · ${tenantName}`
}
