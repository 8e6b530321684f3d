import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newOperation } from '../../../api/client'
import { isProblem } from '../../../api/problem'
import { wordsOf } from '../../../lib/faults'
import { keepFocus } from '../../../lib/focus'
import { dateTime, longDateTime, relative } from '../../../lib/format'
import { t } from '../../../lib/i18n'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Marked } from '../../../ui/Marked'
import { toast } from '../../../ui/toast'
import { nameOf, refresh, type Person } from '../../ticket'
import { useTicketPlace } from '../place'
import { ScheduleDialog } from './ScheduleDialog'
import { actOn, type ScheduledAct, type ScheduledAnswer } from './scheduled'
import { editorOf, giveBack } from './undo'

/** Answers that leave later: what they say, when, by whom, and what can still be done about them. */
export function Scheduled({ items, people }: { items: ScheduledAnswer[]; people: Person[] }) {
  if (items.length === 0) return null
  return (
    <section className="stack-small" aria-labelledby="scheduled">
      <h2 id="scheduled" className="panel-title">
        {t('schedule.list')}
      </h2>
      {items.map((each) => (
        <Answer key={each.id} answer={each} name={nameOf(people, each.author) ?? t('somebody')} />
      ))}
    </section>
  )
}

function useScheduledAct(answer: ScheduledAnswer, name: string, onDone: () => void) {
  const place = useTicketPlace()
  const client = useQueryClient()
  const own = answer.author === place.account
  const done = (act: ScheduledAct): string => {
    if (act.kind === 'send') return t('schedule.sent')
    if (act.kind === 'move') return t('schedule.moved', { when: dateTime(act.to) })
    return own ? t('schedule.taken') : t('schedule.stopped', { name })
  }
  const acting = useMutation({
    mutationFn: ({ act, id }: { act: ScheduledAct; id: string }) => actOn(place, answer.id, act, id),
    onSuccess: async (_, { act }) => {
      onDone()
      toast(done(act))
      if (act.kind === 'back' && own) giveBack({ to: editorOf(place, 'answer'), text: answer.body, files: [] })
      await refresh(client, place.number, place.tenant)
      keepFocus()
    },
    onError: (error) => {
      // It left or was taken back meanwhile: the page shows what has become of it.
      if (isProblem(error)) void refresh(client, place.number, place.tenant)
    },
  })
  return {
    own,
    busy: acting.isPending,
    fault: acting.error === null ? null : wordsOf(acting.error),
    forget: acting.reset,
    run(act: ScheduledAct) {
      if (acting.isPending) return
      acting.mutate({ act, id: newOperation() })
    },
  }
}

function Answer({ answer, name }: { answer: ScheduledAnswer; name: string }) {
  const place = useTicketPlace()
  const [asks, setAsks] = useState<ScheduledAct['kind'] | null>(null)
  const act = useScheduledAct(answer, name, () => setAsks(null))
  const held = answer.state === 'held_back'
  const close = () => {
    setAsks(null)
    act.forget()
  }
  const open = (kind: ScheduledAct['kind']) => {
    act.forget()
    setAsks(kind)
  }
  const author = act.own ? null : t('schedule.author')
  return (
    <article className="message scheduled" data-words="public">
      <div className="row row-apart">
        <Badge icon={held ? 'pause' : 'clock'} tone={held ? 'warning' : 'info'}>
          {held ? t('schedule.held') : t('schedule.waits', { when: dateTime(answer.send_at) })}
        </Badge>
        <span className="muted small" title={longDateTime(answer.written_at)}>
          {t('schedule.waits.since', { name, when: relative(answer.written_at) })}
        </span>
      </div>
      {held && answer.held_because !== null && <p>{t(`schedule.because.${answer.held_because}`)}</p>}
      {!held && answer.customer_wrote && <p>{t('schedule.wrote')}</p>}
      <Marked html={answer.html} />
      {answer.attachment_count > 0 && <p className="muted small">{t('schedule.files', { count: answer.attachment_count })}</p>}
      {act.fault !== null && asks !== 'move' && (
        <p className="field-error" role="alert">
          {act.fault}
        </p>
      )}
      {author !== null && (
        <p id={`author-${answer.id}`} className="muted small">
          {author}
        </p>
      )}
      <div className="row">
        <Button refused={author} refusedAt={`author-${answer.id}`} busy={act.busy} onPress={() => (answer.customer_wrote ? open('send') : act.run({ kind: 'send' }))}>
          {t('schedule.send')}
        </Button>
        <Button refused={author} refusedAt={`author-${answer.id}`} busy={act.busy} onPress={() => open('move')}>
          {t('schedule.move')}
        </Button>
        {(act.own || !held) && (
          <Button busy={act.busy} onPress={() => (act.own && answer.attachment_count > 0 ? open('back') : act.run({ kind: 'back' }))}>
            {t(act.own ? 'schedule.back' : 'schedule.stop')}
          </Button>
        )}
      </div>
      {asks === 'move' && (
        <ScheduleDialog
          title={t('schedule.move')}
          submit={t('schedule.move')}
          of={place.tenantName}
          was={answer.send_at}
          fault={act.fault}
          busy={act.busy}
          onClose={close}
          onChoose={(to) => act.run({ kind: 'move', to })}
        />
      )}
      {(asks === 'send' || asks === 'back') && (
        <Dialog title={t(`schedule.${asks}.title`)} open onClose={close} alert>
          <p>{asks === 'send' ? t('schedule.wrote') : t('schedule.back.text', { count: answer.attachment_count })}</p>
          {act.fault !== null && <p className="field-error">{act.fault}</p>}
          <div className="row">
            <Button autoFocus onPress={close}>
              {t('cancel')}
            </Button>
            <Button busy={act.busy} onPress={() => act.run({ kind: asks })}>
              {t(`schedule.${asks}`)}
            </Button>
          </div>
        </Dialog>
      )}
    </article>
  )
}
