import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, apiFor } from '../api/client'
import { wordsOf } from '../lib/faults'
import { t } from '../lib/i18n'
import { toast } from '../ui/toast'
import { refresh } from './ticket'

/** Whether this account is told of one ticket: theirs alone, and shown once the server has it. */
export function useMute(number: string, tenant: string | null = null) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (muted: boolean) => {
      const asked = { params: { path: { id: number } } }
      const path = '/api/v1/tickets/{id}/mute'
      return answerOf(muted ? apiFor(tenant).PUT(path, asked) : apiFor(tenant).DELETE(path, asked))
    },
    onSuccess: async ({ muted }) => {
      toast(t(muted ? 'mute.done' : 'mute.undone'))
      await Promise.all([refresh(client, number, tenant), client.invalidateQueries({ queryKey: ['notifications'] })])
    },
    onError: (error) => toast(wordsOf(error)),
  })
}
