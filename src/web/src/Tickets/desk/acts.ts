import { t, type Key } from '../../lib/i18n'
import { has, may, whyNot, type Act, type Ticket } from '../ticket'

/** What can be done on the page of a ticket: its buttons, its menu, the palette and the shortcuts all read this one list. */
export interface TicketAct {
  id: TicketActId
  label: Key
  /** Suggested; may be changed or switched off by whoever uses it. */
  key: string | null
  /** Not shown at all: nobody in this role has it, or it makes no sense as the ticket stands. */
  hidden?: (ticket: Ticket) => boolean
  /** Why it cannot be done now; null: it can. */
  refused: (ticket: Ticket, account: string) => string | null
}

export type TicketActId =
  | 'answer'
  | 'note'
  | 'edit'
  | 'take'
  | 'assign'
  | 'status'
  | 'close'
  | 'reopen'
  | 'decline'
  | 'confirm'
  | 'tags'
  | 'merge'
  | 'unmerge'
  | 'link'
  | 'time'
  | 'mute'
  | 'unmute'
  | 'copy'
  | 'delete'
  | 'next'
  | 'previous'

/** Why not now, as the server says it. An act that the role never has is not shown, so it has no reason. */
export function refusalOf(ticket: Ticket, act: Act): string | null {
  return whyNot(ticket, act)
}

const needs = (act: Act) => (ticket: Ticket) => refusalOf(ticket, act)
const free = () => null
const never = (act: Act) => (ticket: Ticket) => !has(ticket, act)
const missing = (act: Act) => (ticket: Ticket) => !may(ticket, act)

export const ticketActs: readonly TicketAct[] = [
  { id: 'answer', label: 'ticket.act.answer', key: 'r', refused: needs('reply') },
  { id: 'note', label: 'ticket.act.note', key: 'n', refused: needs('note') },
  {
    id: 'take',
    label: 'ticket.act.take',
    key: 'a',
    refused: (ticket, account) => (ticket.assignee === account ? t('ticket.refused.yours') : refusalOf(ticket, 'take')),
  },
  { id: 'assign', label: 'ticket.act.assign', key: 'z', hidden: never('assign'), refused: needs('assign') },
  { id: 'status', label: 'ticket.act.status', key: 's', hidden: never('change_status'), refused: needs('change_status') },
  { id: 'close', label: 'ticket.act.close', key: 'c', hidden: (ticket) => ticket.status === 'closed', refused: needs('close') },
  { id: 'reopen', label: 'ticket.act.reopen', key: 'o', hidden: missing('reopen'), refused: free },
  { id: 'decline', label: 'ticket.act.decline', key: null, hidden: missing('decline_reopening'), refused: free },
  { id: 'confirm', label: 'ticket.act.confirm', key: null, hidden: missing('confirm'), refused: free },
  { id: 'edit', label: 'ticket.act.edit', key: 'i', hidden: never('change_text'), refused: needs('change_text') },
  { id: 'tags', label: 'ticket.act.tags', key: 't', refused: needs('tag') },
  { id: 'merge', label: 'ticket.act.merge', key: 'm', hidden: (ticket) => ticket.merged_into !== null, refused: needs('merge') },
  { id: 'unmerge', label: 'ticket.act.unmerge', key: null, hidden: missing('unmerge'), refused: free },
  { id: 'link', label: 'ticket.act.link', key: 'l', refused: needs('link') },
  { id: 'time', label: 'ticket.act.time', key: 'e', hidden: never('log_time'), refused: needs('log_time') },
  { id: 'mute', label: 'mute.set', key: null, hidden: (ticket) => ticket.muted === true || !has(ticket, 'mute'), refused: needs('mute') },
  { id: 'unmute', label: 'mute.unset', key: null, hidden: (ticket) => ticket.muted !== true || !has(ticket, 'mute'), refused: needs('mute') },
  { id: 'copy', label: 'ticket.act.copy', key: null, refused: free },
  { id: 'delete', label: 'ticket.act.delete', key: null, hidden: never('delete'), refused: needs('delete') },
  { id: 'next', label: 'ticket.act.next', key: 'j', refused: free },
  { id: 'previous', label: 'ticket.act.previous', key: 'k', refused: free },
]
