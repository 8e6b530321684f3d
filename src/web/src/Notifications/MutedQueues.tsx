import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, type Schemas } from '../api/client'
import { isProblem } from '../api/problem'
import { queuesQuery } from '../Categories/categories'
import { wordsOf } from '../lib/faults'
import { currentLanguage, t } from '../lib/i18n'
import { Checkbox } from '../ui/Field'
import { toast } from '../ui/toast'

type Wishes = Schemas['NotificationPreferences']

interface Known {
  wishes: Wishes
  tag: string
}

const wishesQuery = queryOptions({
  queryKey: ['notifications', 'wishes'],
  queryFn: async ({ signal }): Promise<Known> => {
    const asked = api.GET('/api/v1/notifications/preferences', { signal })
    return { wishes: await answerOf(asked), tag: (await asked).response.headers.get('ETag') ?? '"0"' }
  },
})

/** Of tickets in a muted queue only what cannot be switched off is told. Each choice is made at once. */
export function MutedQueues() {
  const client = useQueryClient()
  const queues = useQuery(queuesQuery)
  const known = useQuery(wishesQuery)
  // Shown at once; as before when the server refuses.
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({})
  const choose = useMutation({
    mutationFn: async ({ queue, muted }: { queue: string; muted: boolean }) => {
      for (let again = true; ; again = false) {
        const { wishes, tag } = await client.fetchQuery({ ...wishesQuery, staleTime: again ? Number.POSITIVE_INFINITY : 0 })
        const others = wishes.muted_queues.filter((each) => each !== queue)
        try {
          return await answerOf(
            api.PUT('/api/v1/notifications/preferences', {
              params: { header: { 'If-Match': tag } },
              body: { ...wishes, muted_queues: muted ? [...others, queue] : others },
            }),
          )
        } catch (error) {
          // Chosen elsewhere as well: one queue more or less means the same on any version.
          if (!again || !isProblem(error, 'stale-version')) throw error
        }
      }
    },
    onSuccess: () => toast(t('account.saved')),
    onError: (error, { queue, muted }) => {
      setChosen((was) => ({ ...was, [queue]: !muted }))
      toast(wordsOf(error))
    },
    onSettled: () => client.invalidateQueries({ queryKey: wishesQuery.queryKey }),
  })
  const muted = new Set(known.data?.wishes.muted_queues)
  const shown = (queues.data?.items ?? []).filter((each) => !each.archived || muted.has(each.key))
  if (known.data === undefined || shown.length === 0) return null
  return (
    <fieldset className="card stack-small">
      <legend>
        <h2>{t('bell.muted')}</h2>
      </legend>
      <p className="muted">{t('bell.muted.hint')}</p>
      {shown.map((each) => (
        <Checkbox
          key={each.key}
          label={each.name[currentLanguage()]}
          checked={chosen[each.key] ?? muted.has(each.key)}
          onChange={(event) => {
            setChosen({ ...chosen, [each.key]: event.target.checked })
            choose.mutate({ queue: each.key, muted: event.target.checked })
          }}
        />
      ))}
    </fieldset>
  )
}
