import { t } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { has, whyNot, type Ticket } from '../ticket'
import { useMute } from '../useMute'

/** Whoever wants to hear nothing more of it says so here, and finds here that they did. */
export function Mute({ ticket }: { ticket: Ticket }) {
  const mute = useMute(ticket.number)
  if (!has(ticket, 'mute')) return null
  const muted = ticket.muted === true
  return (
    <div className="stack-small">
      {muted && <p className="muted">{t('mute.on')}</p>}
      <div>
        <Button kind="quiet" refused={whyNot(ticket, 'mute')} busy={mute.isPending} onPress={() => mute.mutate(!muted)}>
          {t(muted ? 'mute.unset' : 'mute.set')}
        </Button>
      </div>
    </div>
  )
}
