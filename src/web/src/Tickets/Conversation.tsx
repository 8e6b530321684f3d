import { AttachmentList } from '../Attachments/AttachmentList'
import { classes } from '../lib/classes'
import { dateTime, longDateTime, relative } from '../lib/format'
import { t } from '../lib/i18n'
import type { Schemas } from '../api/client'
import { Badge } from '../ui/Badge'
import { Icon } from '../ui/Icon'
import { TypedText } from '../ui/TypedText'
import { nameOf, type Comment, type Ticket } from './ticket'
import './tickets.css'

interface ConversationProps {
  ticket: Ticket
  comments: Comment[]
  people: Schemas['TicketPersonResponse'][]
  /** The account that reads. */
  reader: string
  earlier?: boolean
}

/** Headings and articles: no live region, nothing is read out by itself. */
export function Conversation({ ticket, comments, people, reader, earlier }: ConversationProps) {
  const files = (ticket.attachments ?? []).filter((each) => each.comment === null)
  return (
    <section className="conversation" aria-labelledby="conversation">
      <h2 id="conversation">{t('conversation')}</h2>
      <article className="message">
        <MessageHead name={nameOf(people, ticket.requester) ?? t('somebody')} own={ticket.requester === reader} at={ticket.created_at} />
        <TypedText>{ticket.description}</TypedText>
        <AttachmentList attachments={files} />
      </article>
      {earlier && <p className="muted">{t('conversation.earlier', { count: comments.length })}</p>}
      {comments.map((comment) => (
        <Message key={comment.id} comment={comment} name={nameOf(people, comment.author)} own={comment.author === reader} />
      ))}
    </section>
  )
}

function Message({ comment, name, own }: { comment: Comment; name: string | null; own: boolean }) {
  const note = comment.visibility === 'internal'
  return (
    <article id={`comment-${comment.id}`} className={classes('message', note && 'message-note', comment.from_staff && !note && 'message-staff')}>
      <MessageHead name={name ?? t(comment.is_system ? 'platform' : 'somebody')} own={own} at={comment.created_at} staff={comment.from_staff} note={note} />
      {comment.withdrawn === null ? <TypedText>{comment.body}</TypedText> : <p className="muted">{t('comment.withdrawn')}</p>}
      <AttachmentList attachments={comment.attachments ?? []} />
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
      {note && <Badge icon="note" tone="warning">{t('note')}</Badge>}
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
