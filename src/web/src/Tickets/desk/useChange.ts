import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newOperation } from '../../api/client'
import { isProblem } from '../../api/problem'
import { wordsOf } from '../../lib/faults'
import { keepFocus } from '../../lib/focus'
import { t } from '../../lib/i18n'
import { toast } from '../../ui/toast'
import { change, refresh, ticketQuery, type Ticket } from '../ticket'
import type { TicketPlace } from './place'
import { threeWay, type Changes, type Merged } from './threeWay'

export interface Conflict extends Merged {
  theirs: Ticket
}

/** For whoever waits with a form of their own until the change is made. */
export interface Outcome {
  /** It is made. */
  settled: () => void
  /** Somebody is asked about it elsewhere; without it as if it were made. */
  asked?: () => void
  refused: (error: unknown) => void
}

interface Wanted {
  base: Ticket
  changes: Changes
  operation: string
  done?: string
  outcome?: Outcome
}

/** Shown at once because it can be undone; all else waits for the server. */
const shownAtOnce = new Set(['status', 'assignee'])

/** Changes of a ticket's fields. What somebody else changed meanwhile is never overwritten unseen. */
export function useChange(place: TicketPlace) {
  const client = useQueryClient()
  const query = ticketQuery(place.number, place.tenant)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const again = (changes: Changes, base: Ticket, done?: string, outcome?: Outcome) =>
    sending.mutate({ base, changes, operation: newOperation(), ...(done !== undefined && { done }), ...(outcome && { outcome }) })

  const sending = useMutation({
    mutationFn: ({ base, changes, operation }: Wanted) => change(base, changes, operation, place.tenant),
    onMutate: ({ changes }) => {
      const before = client.getQueryData(query.queryKey)
      const shown = Object.fromEntries(Object.entries(changes).filter(([field]) => shownAtOnce.has(field)))
      if (changes.assignee === 'me') shown['assignee'] = place.account
      if (before !== undefined && Object.keys(shown).length > 0) client.setQueryData(query.queryKey, { ...before, ...shown })
      // What was pressed may be gone with that.
      keepFocus('act-answer')
      return { before }
    },
    onError: async (error, { base, changes, done, outcome }, context) => {
      if (context?.before !== undefined) client.setQueryData(query.queryKey, context.before)
      if (!isProblem(error, 'stale-version')) {
        if (outcome === undefined) toast(wordsOf(error))
        else outcome.refused(error)
        return
      }
      const theirs = await client.fetchQuery({ ...query, staleTime: 0 })
      const mine = changes.assignee === 'me' ? { ...changes, assignee: place.account } : changes
      const merged = threeWay(base, mine, theirs)
      if (merged.collisions.length > 0) {
        setConflict({ ...merged, theirs })
        ;(outcome?.asked ?? outcome?.settled)?.()
      } else if (Object.keys(merged.again).length > 0) again(merged.again, theirs, done, outcome)
      else outcome?.settled()
    },
    onSuccess: async (ticket, { done, outcome }) => {
      outcome?.settled()
      client.setQueryData(query.queryKey, (known) => (known === undefined ? ticket : { ...known, ...ticket, people: known.people ?? [], attachments: known.attachments ?? [] }))
      if (done !== undefined) toast(done)
      await refresh(client, place.number, place.tenant)
      keepFocus()
    },
  })

  return {
    busy: sending.isPending,
    conflict,
    /** One act of a person; `done` says afterwards what has happened. */
    make: (base: Ticket, changes: Changes, done?: string, outcome?: Outcome) => again(changes, base, done, outcome),
    settle(changes: Changes | null) {
      if (changes !== null && conflict !== null && Object.keys(changes).length > 0) again(changes, conflict.theirs, t('ticket.saved'))
      setConflict(null)
    },
  }
}

export type ChangeTicket = ReturnType<typeof useChange>
