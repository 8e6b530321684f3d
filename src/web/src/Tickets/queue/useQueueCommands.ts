import { useCommands, type Command } from '../../lib/commands'
import { t } from '../../lib/i18n'
import { priorities, type Status, type TicketItem } from '../list'
import type { BulkChange } from './bulk'

export interface QueueCommands {
  take: Command
  release: Command
  status: Command[]
  priority: Command[]
  tag: Command
}

interface QueueActs {
  /** What is selected, else the row that has the focus or had it last. */
  targets: () => readonly TicketItem[]
  ask: (tickets: readonly TicketItem[], change: BulkChange) => void
  askTag: () => void
  tenantOf: (ticket: TicketItem) => string | null
  others: readonly Command[]
}

// Closing wants words of its own, on the ticket's page.
const settable: readonly Status[] = ['open', 'in_progress', 'waiting_on_customer', 'resolved']

/** The acts of the queue, once: for the keys, the palette and the bar. */
export function useQueueCommands({ targets, ask, askTag, tenantOf, others }: QueueActs): QueueCommands {
  const act = (id: string, label: string, run: () => void, shortcut?: string): Command => ({
    id,
    label,
    run,
    ...(shortcut && { shortcut }),
    // Which ticket it is about, whose it is: the palette covers the list.
    get group() {
      const [first, ...more] = targets()
      return first === undefined || more.length > 0 ? t('queue.title') : [tenantOf(first), first.number].filter(Boolean).join(' · ')
    },
    // Looked up when it is asked: a row gets the focus without the page being written anew.
    get refused() {
      return targets().length === 0 ? t('queue.refused.none') : null
    },
  })
  const with_ = (change: BulkChange) => () => ask(targets(), change)
  const commands: QueueCommands = {
    take: act('queue.take', t('queue.act.take'), with_({ assignee: 'me' }), 'a'),
    release: act('queue.release', t('queue.act.release'), with_({ assignee: null })),
    status: settable.map((status) => act(`queue.status.${status}`, t('queue.bulk.status', { status: t(`status.${status}`) }), with_({ status }))),
    priority: priorities.map((priority) => act(`queue.priority.${priority}`, t('queue.bulk.priority', { priority: t(`priority.${priority}`) }), with_({ priority }))),
    tag: act('queue.tag', t('queue.act.tag'), askTag, 't'),
  }
  useCommands([commands.take, commands.tag, ...others, ...commands.status, ...commands.priority, commands.release])
  return commands
}
