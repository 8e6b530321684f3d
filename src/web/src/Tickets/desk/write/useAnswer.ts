import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newOperation } from '../../../api/client'
import { isProblem, wasRefused } from '../../../api/problem'
import { useFiles } from '../../../Attachments/useFiles'
import { faultsOf, wordsOf } from '../../../lib/faults'
import { dateTime } from '../../../lib/format'
import { t } from '../../../lib/i18n'
import { meQuery } from '../../../People/me'
import type { Fault } from '../../../ui/ErrorSummary'
import { fail, toast } from '../../../ui/toast'
import { comment, refresh, type Comment } from '../../ticket'
import { useTicketPlace } from '../place'
import { useOpenTicket, useStep } from '../useStep'
import { after } from '../../../lib/preferences'
import { guardReasons, type Reason } from './guard'
import type { Addressee } from './recipients'
import { hold, undo } from './undo'
import { newerOf, useLastSeen } from './seen'
import { useDraft } from './useDraft'

/** From the text to the sent answer: looked over first, sent once, and held for as long as it can be undone. */
export function useAnswer(people: Addressee[], ticket: string) {
  const place = useTicketPlace()
  const client = useQueryClient()
  const me = useQuery(meQuery)
  const step = useStep(place)
  const open = useOpenTicket()
  const draft = useDraft(place, 'answer')
  const files = useFiles(place.api)
  const [operation, setOperation] = useState(newOperation)
  const [faults, setFaults] = useState<Fault[]>([])
  const [reasons, setReasons] = useState<Reason[] | null>(null)
  const [newer, setNewer] = useState<Comment[] | null>(null)
  const [sendAt, setSendAt] = useState<string | null>(null)
  const [choosing, setChoosing] = useState(false)
  const tried = useRef<{ id: string; text: string; seen: string } | null>(null)
  const seenHere = useLastSeen(place)
  const seconds = me.data?.mail_hold ?? 0

  const sending = useMutation({
    mutationFn: ({ text, seen, at, id }: { text: string; picked: File[]; seen: string; at: string | null; id: string }) =>
      draft.during(() =>
        comment(
          place.number,
          { body: text, visibility: 'public', seen, ...(files.tokens.length > 0 && { attachments: files.tokens }), ...(at !== null && { send_at: at }) },
          id,
          place.tenant,
        ),
      ),
    onSuccess: (sent, { text, picked, at }) => {
      draft.clear()
      files.clear()
      setFaults([])
      setSendAt(null)
      setOperation(newOperation())
      if (at !== null) toast(t('compose.scheduled', { number: place.number, when: dateTime(at) }))
      else {
        const close = say(sent.id, text)
        if (seconds > 0) hold(sent.id, seconds, picked, close)
      }
      void refresh(client, place.number, place.tenant)
      if (after.get() === 'next') void step('next')
    },
    onError: (error) => {
      // What was refused and is changed is another act; what was not heard of goes out again as the same one.
      if (wasRefused(error)) setOperation(newOperation())
      if (isProblem(error, 'newer-comment')) {
        // Somebody answered meanwhile: that is read first, and sending is decided anew.
        setNewer(newerOf(error))
        void refresh(client, place.number, place.tenant)
        return
      }
      const found = faultsOf(error, { body: 'answer', send_at: 'schedule' })
      setFaults(found)
      // A moment that the server does not take is chosen anew where it was chosen.
      if (found.some((each) => each.field === 'schedule')) setChoosing(true)
    },
  })

  const say = (id: string, text: string) => {
    const names = people.filter((each) => each.told.length > 0).map((each) => each.name)
    const words = names.length === 0 ? t('compose.sent.nobody', { number: place.number }) : t('compose.sent', { number: place.number, names: names.join(', ') })
    if (seconds === 0) return toast(words)
    const close = toast(words, {
      label: t('compose.undo'),
      run: () =>
        void undo(place, id, text).then(
          async () => {
            toast(t('compose.undone'))
            await refresh(client, place.number, place.tenant)
            await open(place.number, place.tenant)
          },
          (error: unknown) => fail(wordsOf(error)),
        ),
    })
    setTimeout(close, seconds * 1000)
    return close
  }

  const send = (at: string | null, wanted: string) => {
    setReasons(null)
    const text = draft.draft.text.trim()
    // An act that was not heard of is repeated word for word, whatever has come to be seen since; another text is another act.
    const again = tried.current?.id === wanted ? tried.current : null
    const same = again?.text === text ? again : null
    const seen = same?.seen ?? newer?.at(-1)?.id ?? seenHere() ?? ticket
    const id = again !== null && same === null ? newOperation() : wanted
    tried.current = { id, text, seen }
    setOperation(id)
    setNewer(null)
    sending.mutate({ text, picked: files.files.map((each) => each.file), seen, at, id })
  }

  const isWhole = () => {
    const found: Fault[] = []
    if (draft.draft.text.trim() === '') found.push({ field: 'answer', text: t('compose.answer.missing') })
    if (files.busy) found.push({ field: null, text: t('files.busy') })
    setFaults(found)
    return found.length === 0
  }

  const lookOver = (at: string | null) => {
    // The same text at another moment is another act.
    const id = at === sendAt ? operation : newOperation()
    setOperation(id)
    setSendAt(at)
    const against = guardReasons({ text: draft.draft.text, files: files.files.length, pasted: draft.draft.pasted })
    if (against.length > 0) setReasons(against)
    else send(at, id)
  }

  return {
    draft,
    files,
    faults,
    reasons,
    newer,
    busy: sending.isPending,
    /** When it is to leave; null: at once. */
    sendAt,
    choosing,
    back() {
      setReasons(null)
      setNewer(null)
      // To the text, as the button says: a closing dialog gives the focus to what opened it, one frame later.
      requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById('answer')?.focus()))
    },
    sendAnyway: () => send(sendAt, operation),
    submit(event?: { preventDefault: () => void }) {
      event?.preventDefault()
      if (!sending.isPending && isWhole()) lookOver(null)
    },
    later() {
      if (!sending.isPending && isWhole()) setChoosing(true)
    },
    stay() {
      setChoosing(false)
      setFaults(faults.filter((each) => each.field !== 'schedule'))
    },
    schedule(at: string) {
      setChoosing(false)
      lookOver(at)
    },
  }
}
