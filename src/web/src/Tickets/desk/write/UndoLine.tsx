import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { wordsOf } from '../../../lib/faults'
import { t } from '../../../lib/i18n'
import { meQuery } from '../../../People/me'
import { Button } from '../../../ui/Button'
import { Icon } from '../../../ui/Icon'
import { fail, toast } from '../../../ui/toast'
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
  const line = useRef<HTMLParagraphElement>(null)
  // The button goes when the time is up; whoever stands on it is left at the comment.
  const left = useSecondsTo(until, () => {
    if (line.current?.contains(document.activeElement)) line.current.closest('article')?.focus()
  })
  const back = useMutation({
    mutationFn: () => undo(place, comment.id, comment.body),
    onSuccess: () => {
      toast(t('compose.undone'))
      return refresh(client, place.number, place.tenant)
    },
    onError: (error) => fail(wordsOf(error)),
  })
  if (left <= 0) return null
  return (
    <p ref={line} className="undo">
      <Icon name="clock" />
      <span className="muted small">{t('compose.held', { seconds: left })}</span>
      <Button busy={back.isPending} onPress={() => back.mutate()}>
        {t('compose.undo')}
      </Button>
    </p>
  )
}

function useSecondsTo(moment: number, onEnd: () => void): number {
  const [now, setNow] = useState(() => Date.now())
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  useEffect(() => {
    if (moment <= Date.now()) return
    const timer = setInterval(() => {
      if (Date.now() >= moment) {
        clearInterval(timer)
        end.current()
      }
      setNow(Date.now())
    }, 1000)
    return () => clearInterval(timer)
  }, [moment])
  return Math.ceil((moment - now) / 1000)
}
