import { useEffect, useRef, type ReactNode } from 'react'
import { AttachmentList } from '../Attachments/AttachmentList'
import { classes } from '../lib/classes'
import { dateTime, longDateTime, relative } from '../lib/format'
import { t } from '../lib/i18n'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { TypedText } from '../ui/TypedText'
import { Said } from './Said'
import { nameOf, type Comment, type Person, type Ticket } from './ticket'
import './tickets.css'

interface ConversationProps {
  ticket: Ticket
  comments: Comment[]
  people: Person[]
  /** The account that reads. */
  reader: string
  /** How many older ones are folded away. */
  hidden: number
  onEarlier: () => void
  busy?: boolean
  /** What else stands under a comment, for whoever works on the ticket. */
  below?: (comment: Comment) => ReactNode
}

/** Headings and articles: no live region, nothing is read out by itself. */
export function Conversation({ ticket, comments, people, reader, hidden, onEarlier, busy, below }: ConversationProps) {
  const files = (ticket.attachments ?? []).filter((each) => each.comment === null)
  const list = useRef<HTMLDivElement>(null)
  const wanted = useRef<string | null>(null)
  const oldest = comments[0]?.id
  // Whoever asks for earlier ones goes on reading at the first of them: the button that was pressed may be gone.
  useEffect(() => {
    if (wanted.current === null || wanted.current === oldest) return
    wanted.current = null
    list.current?.querySelector<HTMLElement>('article')?.focus()
  }, [oldest])
  return (
    <section className="conversation" aria-labelledby="conversation">
      <h2 id="conversation">{t('conversation')}</h2>
      <article className="message" data-words="public">
        <MessageHead name={nameOf(people, ticket.requester) ?? t('somebody')} own={ticket.requester === reader} at={ticket.created_at} />
        <TypedText>{ticket.description}</TypedText>
        <AttachmentList attachments={files} />
      </article>
      {hidden > 0 && (
        <div className="conversation-earlier">
          <Button
            busy={busy ?? false}
            onPress={() => {
              wanted.current = oldest ?? ''
              onEarlier()
            }}
          >
            {t('conversation.earlier', { count: hidden })}
          </Button>
        </div>
      )}
      {comments.length > 0 && (
        <div className="conversation" ref={list}>
          {comments.map((comment) => (
            <Message key={comment.id} comment={comment} name={nameOf(people, comment.author)} own={comment.author === reader}>
              {below?.(comment)}
            </Message>
          ))}
        </div>
      )}
    </section>
  )
}

function Message({ comment, name, own, children }: { comment: Comment; name: string | null; own: boolean; children: ReactNode }) {
  const note = comment.visibility === 'internal'
  return (
    <article
      id={`comment-${comment.id}`}
      tabIndex={-1}
      data-words={comment.visibility}
      className={classes('message', note && 'message-note', comment.from_staff && !note && 'message-staff')}
    >
      <MessageHead
        name={name ?? t(comment.is_system ? 'platform' : 'somebody')}
        own={own}
        at={comment.created_at}
        staff={comment.from_staff}
        note={note}
      />
      {comment.withdrawn === null ? <Said comment={comment} /> : <p className="muted">{t('comment.withdrawn')}</p>}
      <AttachmentList attachments={comment.attachments} />
      {children}
    </article>
  )
}

function MessageHead({ name, own, at, staff, note }: { name: string; own: boolean; at: string; staff?: boolean; note?: boolean }) {
  return (
    <header className="message-head">
      <h3>
        {name}
        {own && <span className="muted"> {t('you')}</span>}
      </h3>
      {note && (
        <Badge icon="note" tone="warning">
          {t('note')}
        </Badge>
      )}
      {staff && !note && (
        <span className="muted small">
          <Icon name="answer" /> {t('answer')}
        </span>
      )}
      <time className="muted small" dateTime={at} title={longDateTime(at)}>
        {relative(at)} <span className="visually-hidden">({dateTime(at)})</span>
      </time>
    </header>
  )
}
