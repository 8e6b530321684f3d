import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { wordsOf } from '../../../lib/faults'
import { t } from '../../../lib/i18n'
import { meQuery } from '../../../People/me'
import { Button } from '../../../ui/Button'
import { Icon } from '../../../ui/Icon'
import { toast } from '../../../ui/toast'
import { refresh, type Comment } from '../../ticket'
import { useTicketPlace } from '../place'
import { held, undo } from './undo'

/** Under one's own answer, as long as its mail waits. */
export function UndoLine({ comment }: { comment: Comment }) {
  const { account } = useTicketPlace()
  const own = comment.author === account && comment.visibility === 'public' && comment.withdrawn === null
  return own ? <Waiting comment={comment} /> : null
}

function Waiting({ comment }: { comment: Comment }) {
  const place = useTicketPlace()
  const client = useQueryClient()
  const me = useQuery(meQuery)
  const here = held.use().find((each) => each.comment === comment.id)
  const until = here?.until ?? new Date(comment.created_at).getTime() + (me.data?.mail_hold ?? 0) * 1000
  const left = useSecondsTo(until)
  const back = useMutation({
    mutationFn: () => undo(place, comment.id, comment.body),
    onSuccess: () => {
      toast(t('compose.undone'))
      return refresh(client, place.number, place.tenant)
    },
    onError: (error) => toast(wordsOf(error)),
  })
  if (left <= 0) return null
  return (
    <p className="undo">
      <Icon name="clock" />
      <span className="muted small">{t('compose.held', { seconds: left })}</span>
      <Button busy={back.isPending} onPress={() => back.mutate()}>
        {t('compose.undo')}
      </Button>
    </p>
  )
}

function useSecondsTo(moment: number): number {
  const [now, setNow] = useState(() => Date.now())
  const left = Math.ceil((moment - now) / 1000)
  useEffect(() => {
    if (moment <= Date.now()) return
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= moment) clearInterval(timer)
    }, 1000)
    return () => clearInterval(timer)
  }, [moment])
  return left
}
