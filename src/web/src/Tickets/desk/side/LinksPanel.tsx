import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, newOperation, type Schemas } from '../../../api/client'
import { wordsOf } from '../../../lib/faults'
import { keepFocus } from '../../../lib/focus'
import { t } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Icon } from '../../../ui/Icon'
import { toast } from '../../../ui/toast'
import { refresh, type Ticket } from '../../ticket'
import { refusalOf, type TicketActId } from '../acts'
import { useTicketPlace } from '../place'
import { TicketLink } from '../TicketLink'

export function LinksPanel({ ticket, run }: { ticket: Ticket; run: (id: TicketActId) => void }) {
  const place = useTicketPlace()
  const client = useQueryClient()
  const refused = refusalOf(ticket, 'link')
  const remove = useMutation({
    mutationFn: ({ link, operation }: { link: Schemas['LinkResponse']; operation: string }) =>
      answerOf(
        place.api.DELETE('/api/v1/tickets/{id}/links/{kind}/{other}', {
          params: { path: { id: place.number, kind: link.kind, other: link.number }, header: { 'Idempotency-Key': operation } },
        }),
      ),
    onSuccess: async (_, { link }) => {
      toast(t('link.removed', { number: link.number }))
      await refresh(client, place.number, place.tenant)
      keepFocus('link-add')
    },
    onError: (error) => toast(wordsOf(error)),
  })
  const links = ticket.links ?? []
  const merged = ticket.merged_from ?? []
  return (
    <section className="panel panel-plain" aria-labelledby="links">
      <h2 id="links" className="panel-title">
        {t('link.panel')}
      </h2>
      {links.length + merged.length > 0 && (
        <ul role="list" className="stack-tight">
          {merged.map((each) => (
            <li key={each.ticket} className="side-ticket">
              <span>
                <span className="muted small">{t('link.merged')}</span> <TicketLink number={each.number} />
              </span>
            </li>
          ))}
          {links.map((link) => (
            <li key={`${link.kind} ${link.ticket}`} className="side-ticket">
              <span>
                <span className="muted small">{t(`link.kind.${link.kind}`)}</span> <TicketLink number={link.number} />
              </span>
              {refused === null && (
                <Button kind="quiet" aria-label={t('link.remove', { number: link.number })} onPress={() => remove.mutate({ link, operation: newOperation() })}>
                  <Icon name="close" />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button id="link-add" refused={refused} onPress={() => run('link')}>
          <Icon name="link" />
          {t('ticket.act.link')}
        </Button>
      </div>
    </section>
  )
}
