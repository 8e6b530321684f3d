import { queryOptions, useQuery } from '@tanstack/react-query'
import { answerOf } from '../../../api/client'
import { relative } from '../../../lib/format'
import { t } from '../../../lib/i18n'
import { nameOf, type Person, type Ticket } from '../../ticket'
import { useTicketPlace, type TicketPlace } from '../place'
import { TicketLink } from '../TicketLink'

const shown = 3

const earlierQuery = (place: TicketPlace, requester: string) =>
  queryOptions({
    queryKey: ['tickets', 'of', place.tenant, requester],
    queryFn: ({ signal }) =>
      answerOf(place.api.GET('/api/v1/tickets', { signal, params: { query: { requester, sort: '-created_at', limit: shown + 1 } } })),
  })

const personQuery = (place: TicketPlace, account: string) =>
  queryOptions({
    queryKey: ['people', place.tenant, 'one', account],
    queryFn: ({ signal }) => answerOf(place.api.GET('/api/v1/users/{id}', { signal, params: { path: { id: account } } })),
    staleTime: 5 * 60_000,
  })

/** Whose ticket it is, and what else they came with. */
export function RequesterPanel({ ticket, people }: { ticket: Ticket; people: Person[] }) {
  const place = useTicketPlace()
  const person = useQuery(personQuery(place, ticket.requester))
  const earlier = useQuery(earlierQuery(place, ticket.requester))
  const others = earlier.data?.items.filter((each) => each.id !== ticket.id).slice(0, shown) ?? []
  return (
    <section className="panel panel-plain" aria-labelledby="requester">
      <h2 id="requester" className="panel-title">
        {t('people.requester')}
      </h2>
      <p>
        <strong>{person.data?.name ?? nameOf(people, ticket.requester) ?? t('somebody')}</strong>
        {person.data && (
          <>
            <br />
            <a href={`mailto:${person.data.email}`}>{person.data.email}</a>
            {person.data.group !== null && <span className="muted small"> · {person.data.group}</span>}
          </>
        )}
      </p>
      {earlier.data && (
        <>
          <h3 className="small muted">{others.length === 0 ? t('people.earlier.none') : t('people.earlier')}</h3>
          <ul role="list" className="stack-small">
            {others.map((each) => (
              <li key={each.id} className="stack-tight">
                <TicketLink number={each.number}>{each.subject}</TicketLink>
                <span className="muted small">
                  {each.number} · {t(`status.${each.status}`)} · {relative(each.created_at)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
