import { wordsOf } from '../../lib/faults'
import { t } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Icon } from '../../ui/Icon'
import { undoOf, type BulkChange, type BulkItem } from './bulk'
import type { useBulk } from './useBulk'
import type { Names } from './useNames'

/** What will happen, how far it is, and what became of each: nothing is refused in silence. */
export function BulkDialog({ bulk, names }: { bulk: ReturnType<typeof useBulk>; names: Names }) {
  const { state } = bulk
  const title = state === null ? '' : t(state.phase === 'report' ? 'queue.bulk.report' : 'queue.bulk.title', { count: state.items.length })
  return (
    <Dialog title={title} open={state !== null} onClose={bulk.close} firm={state?.phase === 'run'}>
      {state?.phase === 'ask' && (
        <>
          <Preview items={state.items} names={names} />
          <div className="row">
            <Button kind="primary" onPress={bulk.confirm}>
              {t('queue.bulk.go', { count: state.items.length })}
            </Button>
            <Button onPress={bulk.close}>{t('cancel')}</Button>
          </div>
        </>
      )}
      {state?.phase === 'run' && (
        <div className="stack-small">
          <span id="bulk-progress">{t('queue.bulk.progress', { finished: state.finished, count: state.items.length })}</span>
          <progress className="bulk-progress" aria-labelledby="bulk-progress" value={state.finished} max={state.items.length} />
        </div>
      )}
      {state?.phase === 'report' && <Report items={state.items} undoing={state.undoing} bulk={bulk} names={names} />}
    </Dialog>
  )
}

function Preview({ items, names }: { items: readonly BulkItem[]; names: Names }) {
  const groups = new Map<string, BulkItem[]>()
  for (const item of items) {
    const tenant = names.tenant(item.ticket) ?? ''
    groups.set(tenant, [...(groups.get(tenant) ?? []), item])
  }
  const wanted = items[0]?.change
  return (
    <>
      {wanted && <p>{wordsOfChange(wanted)}</p>}
      <ul className="bulk-groups">
        {[...groups].map(([tenant, group]) => (
          <li key={tenant}>
            {tenant !== '' && <strong>{tenant}: </strong>}
            {t('queue.bulk.group', { count: group.length, same: group.filter(isSame).length })}
          </li>
        ))}
      </ul>
    </>
  )
}

function Report({ items, undoing, bulk, names }: { items: readonly BulkItem[]; undoing: boolean; bulk: ReturnType<typeof useBulk>; names: Names }) {
  const refused = items.filter((each) => each.state === 'refused')
  const back = undoing ? [] : undoOf(items)
  return (
    <>
      <p role="status">{t(undoing ? 'queue.bulk.undoneOf' : 'queue.bulk.doneOf', { done: items.length - refused.length, count: items.length })}</p>
      <ul role="list" className="bulk-report">
        {refused.map(({ ticket, error }) => (
          <li key={ticket.id}>
            <span className="bulk-ticket">
              <Icon name="error" /> {[names.tenant(ticket), ticket.number].filter(Boolean).join(' · ')} <span className="muted">{ticket.subject}</span>
            </span>
            <span>{wordsOf(error)}</span>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button kind="primary" onPress={() => void bulk.retry()}>
          {t('queue.bulk.retry', { count: refused.length })}
        </Button>
        {back.length > 0 && <Button onPress={bulk.undo}>{t('queue.bulk.undoDone', { count: back.length })}</Button>}
        <Button onPress={bulk.close}>{t('close')}</Button>
      </div>
    </>
  )
}

export function wordsOfChange(change: BulkChange): string {
  if ('assignee' in change) return t(change.assignee === 'me' ? 'queue.bulk.assign' : 'queue.bulk.release')
  if ('status' in change) return t('queue.bulk.status', { status: t(`status.${change.status}`) })
  if ('priority' in change) return t('queue.bulk.priority', { priority: t(`priority.${change.priority}`) })
  return 'tag' in change ? t('queue.bulk.tag', { tag: change.tag }) : t('queue.bulk.untag', { tag: change.untag })
}

function isSame({ ticket, change }: BulkItem): boolean {
  if ('status' in change) return ticket.status === change.status
  return 'priority' in change && ticket.priority === change.priority
}
