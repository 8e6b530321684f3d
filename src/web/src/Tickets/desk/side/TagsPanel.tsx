import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, newOperation } from '../../../api/client'
import { isProblem } from '../../../api/problem'
import { wordsOf } from '../../../lib/faults'
import { keepFocus } from '../../../lib/focus'
import { t } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import { Icon } from '../../../ui/Icon'
import { toast } from '../../../ui/toast'
import { refresh, ticketQuery, type Ticket } from '../../ticket'
import { refusalOf } from '../acts'
import { useTicketPlace } from '../place'
import { ifMatch } from '../useAct'

interface Change {
  tag: string
  add: boolean
  operation: string
}

/** Shown at once; taken back when the server refuses. */
export function TagsPanel({ ticket }: { ticket: Ticket }) {
  const place = useTicketPlace()
  const client = useQueryClient()
  const query = ticketQuery(place.number, place.tenant)
  const [text, setText] = useState('')
  const send = (now: Ticket, { tag, add }: Change, operation: string) => {
    const params = { path: { id: place.number, tag }, header: { ...ifMatch(now), 'Idempotency-Key': operation } }
    return answerOf(add ? place.api.PUT('/api/v1/tickets/{id}/tags/{tag}', { params }) : place.api.DELETE('/api/v1/tickets/{id}/tags/{tag}', { params }))
  }
  const change = useMutation({
    mutationFn: async (wanted: Change) => {
      const known = client.getQueryData(query.queryKey) ?? ticket
      try {
        return await send(known, wanted, wanted.operation)
      } catch (error) {
        if (!isProblem(error, 'stale-version')) throw error
        // Tags do not collide: one more or one less means the same on any version.
        return send(await client.fetchQuery({ ...query, staleTime: 0 }), wanted, newOperation())
      }
    },
    onMutate: ({ tag, add }) => {
      const before = client.getQueryData(query.queryKey)
      const rest = (before?.tags ?? []).filter((each) => each !== tag)
      if (before !== undefined) client.setQueryData(query.queryKey, { ...before, tags: add ? [...rest, tag] : rest })
      return { before }
    },
    onError: (error, _, context) => {
      if (context?.before !== undefined) client.setQueryData(query.queryKey, context.before)
      toast(wordsOf(error))
    },
    onSettled: () => {
      keepFocus('ticket-tag')
      return refresh(client, place.number, place.tenant)
    },
  })
  const tags = ticket.tags ?? []
  const refused = refusalOf(ticket, 'tag')
  return (
    <section className="panel panel-plain" aria-labelledby="tags">
      <h2 id="tags" className="panel-title">
        {t('ticket.tags')}
      </h2>
      {tags.length > 0 && (
        <ul role="list" className="row">
          {tags.map((tag) => (
            <li key={tag} className="tag">
              {tag}
              {refused === null && (
                <button type="button" className="tag-remove" aria-label={t('ticket.tag.remove', { tag })} onClick={() => change.mutate({ tag, add: false, operation: newOperation() })}>
                  <Icon name="close" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {refused === null ? (
        <form
          className="field-line"
          onSubmit={(event) => {
            event.preventDefault()
            const tag = text.trim()
            if (tag === '') return
            setText('')
            change.mutate({ tag, add: true, operation: newOperation() })
          }}
        >
          <TextField id="ticket-tag" label={t('ticket.tag.new')} value={text} maxLength={100} autoComplete="off" onChange={(event) => setText(event.target.value)} />
          <Button type="submit">{t('ticket.tag.add')}</Button>
        </form>
      ) : (
        <div>
          <Button refused={refused}>{t('ticket.tag.add')}</Button>
        </div>
      )}
    </section>
  )
}
