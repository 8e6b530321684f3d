import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { everybodyQuery, type Present } from '../../Live/presence'
import { sessionQuery } from '../../SignIn/session'

type People = readonly Present['people'][number][]

/** Who is at a ticket beside the person who looks. */
export type PresentAt = (ticket: string) => People

const nobody: People = []

export function usePresent(): PresentAt {
  const own = useQuery(sessionQuery).data?.account?.id
  const everybody = useQuery(everybodyQuery).data
  const others = useMemo(
    () => new Map((everybody ?? []).map((each) => [each.ticket, each.people.filter((person) => person.account !== own)])),
    [everybody, own],
  )
  return useCallback((ticket) => others.get(ticket) ?? nobody, [others])
}
