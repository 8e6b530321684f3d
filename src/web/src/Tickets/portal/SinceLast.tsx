import { useEffect, useState } from 'react'
import { api } from '../../api/client'
import { t } from '../../lib/i18n'
import { Notice } from '../../ui/Notice'
import { markTicketRead } from '../read'
import type { Comment, Ticket } from '../ticket'

interface SinceLastProps {
  ticket: Ticket
  comments: readonly Comment[] | undefined
  reader: string
}

/** Whoever comes back is led to what is new; with that the ticket is read, here and at every other browser. */
export function SinceLast({ ticket, comments, reader }: SinceLastProps) {
  // As it was when the page was opened: reading it does not take the line away.
  const [wasUnread] = useState(ticket.unread === true)
  useEffect(() => markTicketRead(api, ticket), [ticket])
  const newest = comments?.findLast((each) => each.author !== reader)
  if (!wasUnread) return null
  return (
    <Notice>
      <p>{t('ticket.sinceLast')}</p>
      {newest !== undefined && (
        <a
          className="button"
          href={`#comment-${newest.id}`}
          onClick={(event) => {
            event.preventDefault()
            const place = document.getElementById(`comment-${newest.id}`)
            place?.focus({ preventScroll: true })
            place?.scrollIntoView({ block: 'center' })
          }}
        >
          {t('ticket.sinceLast.go')}
        </a>
      )}
    </Notice>
  )
}
