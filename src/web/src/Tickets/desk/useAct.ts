import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newOperation } from '../../api/client'
import { isProblem } from '../../api/problem'
import { wordsOf } from '../../lib/faults'
import { keepFocus } from '../../lib/focus'
import { toast } from '../../ui/toast'
import { refresh, ticketQuery, type Ticket } from '../ticket'
import type { TicketPlace } from './place'

interface Act<T> {
  send: (ticket: Ticket, operation: string) => Promise<T>
  /** Said afterwards. */
  done: string
  undo?: { label: string; run: () => void }
  onDone?: (answer: T) => void
  /** Afterwards there is no such ticket: nothing about it is read again. */
  gone?: boolean
}

export const ifMatch = (ticket: Ticket) => ({ 'If-Match': `"${ticket.version}"` })

/**
 * One act on the whole ticket. The same press carries one operation id however often it has to be sent. When the ticket changed meanwhile
 * without its status, the act means the same as before and is made on the newer version; else the person decides again.
 */
export function useAct<T = unknown>(place: TicketPlace, ticket: Ticket, { send, done, undo, onDone, gone }: Act<T>) {
  const client = useQueryClient()
  const [operation, setOperation] = useState(newOperation)
  const query = ticketQuery(place.number, place.tenant)
  const acting = useMutation({
    mutationFn: async () => {
      try {
        return await send(ticket, operation)
      } catch (error) {
        if (!isProblem(error, 'stale-version')) throw error
        const now = await client.fetchQuery({ ...query, staleTime: 0 })
        if (now.status !== ticket.status) throw error
        return send(now, newOperation())
      }
    },
    onSuccess: async (answer) => {
      setOperation(newOperation())
      toast(done, undo)
      onDone?.(answer)
      if (gone) await client.invalidateQueries({ queryKey: ['tickets'] })
      else await refresh(client, place.number, place.tenant)
      keepFocus()
    },
  })
  return {
    busy: acting.isPending,
    fault: acting.error === null ? null : wordsOf(acting.error),
    run() {
      if (acting.isPending) return
      // What was refused and is asked again is another act; what was not heard of is the same one.
      if (isProblem(acting.error)) setOperation(newOperation())
      acting.mutate()
    },
  }
}
