import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Fault } from '../ui/ErrorSummary'
import { faultsOf } from './faults'

interface FormOptions<T> {
  /** Members of the request → ids of the fields. */
  fields: Record<string, string>
  send: () => Promise<T>
  onSent?: (answer: T) => void
  /** Faults that the page knows by itself, before anything is sent. */
  check?: () => Fault[]
}

/** One form: what was typed stays whatever happens; faults are gathered for the summary and for each field. */
export function useForm<T>({ fields, send, onSent, check }: FormOptions<T>) {
  const [faults, setFaults] = useState<Fault[]>([])
  const sending = useMutation({
    mutationFn: send,
    onSuccess: (answer) => {
      setFaults([])
      onSent?.(answer)
    },
    onError: (error) => setFaults(faultsOf(error, fields)),
  })
  return {
    faults,
    setFaults,
    busy: sending.isPending,
    sent: sending.isSuccess,
    answer: sending.data,
    error: sending.error,
    submit(event?: { preventDefault: () => void }) {
      event?.preventDefault()
      if (sending.isPending) return
      const found = check?.() ?? []
      setFaults(found)
      if (found.length === 0) sending.mutate()
    },
  }
}
