import { t } from '../../../lib/i18n'
import type { Fault } from '../../../ui/ErrorSummary'
import type { Ticket } from '../../ticket'
import type { Changes } from '../threeWay'

/** The words of a ticket that are changed, and the ticket as it was when somebody began to change them. */
export interface Edited {
  base: Ticket
  texts: Texts
}

export interface Texts {
  subject: string
  description: string
  resolution_text: string
}

export function textsOf(ticket: Ticket): Texts {
  return { subject: ticket.subject, description: ticket.description, resolution_text: ticket.resolution_text ?? '' }
}

/** As a draft keeps it: what differs, what stood there before, and the version that it was begun on. Nothing where nothing differs. */
export function writeEdited({ base, texts }: Edited): string {
  const before = textsOf(base)
  const names = (Object.keys(before) as (keyof Texts)[]).filter((name) => texts[name] !== before[name])
  if (names.length === 0) return ''
  const only = (from: Texts) => Object.fromEntries(names.map((name) => [name, from[name]]))
  return JSON.stringify({ version: base.version, before: only(before), texts: only(texts) })
}

/** What was begun, on the ticket as it was then; without a draft the ticket as it is. */
export function readEdited(draft: string, ticket: Ticket): Edited {
  if (draft === '') return { base: ticket, texts: textsOf(ticket) }
  const kept = JSON.parse(draft) as { version: number; before: Partial<Texts>; texts: Partial<Texts> }
  const base = { ...ticket, ...kept.before, version: kept.version }
  return { base, texts: { ...textsOf(base), ...kept.texts } }
}

/** What differs from the ticket as it was: nothing else is sent, so nothing else can collide. */
export function changesOf({ base, texts }: Edited): Changes {
  const before = textsOf(base)
  const names = Object.keys(before) as (keyof Texts)[]
  return Object.fromEntries(names.filter((name) => texts[name].trim() !== before[name].trim()).map((name) => [name, texts[name].trim()]))
}

export function faultsIn({ base, texts }: Edited, fields: Record<keyof Texts, string>): Fault[] {
  const missing: Record<keyof Texts, string> = {
    subject: t('compose.new.subject.missing'),
    description: t('compose.new.description.missing'),
    resolution_text: t('ticket.close.missing'),
  }
  const before = textsOf(base)
  return (Object.keys(missing) as (keyof Texts)[])
    .filter((name) => before[name] !== '' && texts[name].trim() === '')
    .map((name) => ({ field: fields[name], text: missing[name] }))
}
