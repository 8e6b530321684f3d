import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { announce } from '../../lib/announcer'
import { t } from '../../lib/i18n'
import { Icon } from '../../ui/Icon'
import type { Ticket } from '../ticket'
import { useTicketPlace, type TicketPlace } from './place'
import { leave, present, presenceQuery, stateAt, typing } from './presence'

// The server forgets whoever has not been heard of for 25 seconds.
const again = 10_000

/** Who else is here, and what they do. It informs and never locks. */
export function Presence({ ticket }: { ticket: Ticket }) {
  const place = useTicketPlace()
  useSaying(place, ticket.id)
  const here = useQuery({ ...presenceQuery(place, ticket.id), refetchInterval: again })
  const others = (here.data?.people ?? []).filter((each) => each.account !== place.account)
  const words = others.map((each) => t(`people.${each.state}`, { name: each.name ?? t('platform') }))
  const writing = others.some((each) => each.state === 'writing_answer') ? words.join(' ') : ''
  const last = useRef('')
  useEffect(() => {
    if (writing !== '' && writing !== last.current) announce(writing)
    last.current = writing
  }, [writing])
  if (words.length === 0) return null
  return (
    <ul role="list" className="presence" aria-label={t('people.here')}>
      {words.map((each) => (
        <li key={each}>
          <Icon name={writing === '' ? 'eye' : 'pencil'} />
          {each}
        </li>
      ))}
    </ul>
  )
}

function useSaying(place: TicketPlace, ticket: string): void {
  const client = useQueryClient()
  const latest = useRef(place)
  useEffect(() => {
    const mine = latest.current
    const say = () =>
      void present(mine, stateAt(mine.key)).then(
        (answer) => client.setQueryData(presenceQuery(mine, ticket).queryKey, answer),
        // Somebody who cannot be seen works all the same.
        () => undefined,
      )
    let last = stateAt(mine.key)
    const begun = () => {
      if (stateAt(mine.key) === last) return
      last = stateAt(mine.key)
      say()
    }
    const timer = setInterval(() => {
      last = stateAt(mine.key)
      say()
    }, again)
    const gone = () => void leave(mine).catch(() => undefined)
    const stop = typing.follow(begun)
    window.addEventListener('pagehide', gone)
    say()
    return () => {
      clearInterval(timer)
      stop()
      window.removeEventListener('pagehide', gone)
      gone()
    }
  }, [client, ticket])
}
