import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, newOperation } from '../../api/client'
import { t } from '../../lib/i18n'
import { refresh, type Ticket } from '../ticket'
import { RatingForm } from './RatingForm'

export function Rate({ ticket }: { ticket: Ticket }) {
  const client = useQueryClient()
  // Unfolded where it is asked for; it stays so while it is answered.
  const [open] = useState(ticket.satisfaction === null)
  return (
    <details className="card" open={open}>
      <summary className="summary-line">{t('rating.title')}</summary>
      <RatingForm
        rating={ticket.satisfaction?.rating ?? null}
        comment={ticket.satisfaction?.comment ?? null}
        send={async (rating, comment) => {
          await answerOf(
            api.POST('/api/v1/tickets/{id}/satisfaction', {
              params: { path: { id: ticket.number }, header: { 'Idempotency-Key': newOperation() } },
              body: { rating, comment },
            }),
          )
          await refresh(client, ticket.number)
        }}
      />
    </details>
  )
}
