import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useCommands } from '../../lib/commands'
import { t } from '../../lib/i18n'
import { toast } from '../../ui/toast'
import { Conversation } from '../Conversation'
import { History } from '../History'
import { markTicketRead } from '../read'
import { commentsQuery, type Ticket } from '../ticket'
import { useCommentNews } from '../useCommentNews'
import { useMute } from '../useMute'
import { ticketActs, type TicketActId } from './acts'
import { ActDialogs } from './ActDialogs'
import { ConflictDialog } from './dialogs/ConflictDialog'
import { Head } from './Head'
import { MailTrouble } from './Mails'
import { Notices } from './Notices'
import { useTicketPlace } from './place'
import { Presence } from './Presence'
import { SidePanel } from './side/SidePanel'
import { useChange } from './useChange'
import { useOwnWords } from './useOwnWords'
import { useStep } from './useStep'
import { AnswerEditor } from './write/AnswerEditor'
import { markDragged, markOrigin } from './write/clipboard'
import { NoteEditor } from './write/NoteEditor'
import { Scheduled } from './write/Scheduled'
import { UndoLine } from './write/UndoLine'

const focusOn: Partial<Record<TicketActId, string>> = { answer: 'answer', note: 'note-text', status: 'ticket-status', tags: 'ticket-tag', time: 'time-minutes' }

/** Everything that an agent does with one ticket. */
export function Workplace({ ticket }: { ticket: Ticket }) {
  const place = useTicketPlace()
  const comments = useInfiniteQuery(commentsQuery(place.number, place.tenant))
  const change = useChange(place)
  const mute = useMute(place.number, place.tenant)
  useCommentNews(comments.data?.items, place.account)
  useOwnWords(comments.data?.items, place.account)
  const step = useStep(place)
  const [dialog, setDialog] = useState<TicketActId | null>(null)
  const people = [...(ticket.people ?? []), ...(comments.data?.people ?? [])]
  const run = (id: TicketActId) => {
    const field = focusOn[id]
    if (field !== undefined) focusField(field)
    else if (id === 'take') change.make(ticket, { assignee: 'me' }, t('ticket.taken'))
    else if (id === 'mute' || id === 'unmute') mute.mutate(id === 'mute')
    else if (id === 'next' || id === 'previous') void step(id)
    else if (id === 'copy') void navigator.clipboard.writeText(window.location.href).then(() => toast(t('ticket.copied')))
    else setDialog(id)
  }
  useCommands(
    ticketActs
      .filter((act) => !act.hidden?.(ticket))
      .map((act) => ({
        id: `ticket.${act.id}`,
        label: t(act.label),
        run: () => run(act.id),
        refused: act.refused(ticket, place.account),
        group: ticket.number,
        ...(act.key !== null && { shortcut: act.key }),
      })),
  )
  useEffect(() => markTicketRead(place.api, ticket), [place.api, ticket])
  return (
    <>
      <Head ticket={ticket} people={people} run={run} busy={change.busy} />
      <div
        className="ticket-columns"
        onCopy={(event) => markOrigin(event, place.slug)}
        onCut={(event) => markOrigin(event, place.slug)}
        onDragStart={(event) => markDragged(event, place.slug)}
      >
        <div className="ticket-main">
          <Notices ticket={ticket} run={run} />
          <Conversation
            ticket={ticket}
            comments={comments.data?.items ?? []}
            people={people}
            reader={place.account}
            hidden={comments.data?.hidden ?? 0}
            busy={comments.isFetchingNextPage}
            onEarlier={() => void comments.fetchNextPage()}
            below={(comment) => <UndoLine comment={comment} />}
          />
          <Scheduled items={ticket.scheduled ?? []} people={people} />
          <MailTrouble />
          <Presence ticket={ticket} />
          <AnswerEditor ticket={ticket} />
          <History number={place.number} tenant={place.tenant} />
        </div>
        <SidePanel ticket={ticket} people={people} change={change} run={run} note={<NoteEditor ticket={ticket} />} />
      </div>
      <ActDialogs ticket={ticket} people={people} open={dialog} change={change} onClose={() => setDialog(null)} />
      {change.conflict !== null && <ConflictDialog conflict={change.conflict} people={people} onChosen={change.settle} />}
    </>
  )
}

function focusField(id: string): void {
  const field = document.getElementById(id)
  field?.closest('details')?.setAttribute('open', '')
  field?.focus()
  field?.scrollIntoView({ block: 'nearest' })
}
