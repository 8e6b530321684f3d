import { useEffect, useState, useSyncExternalStore } from 'react'
import { answerOf, apiFor, sendAtOnce, type Schemas } from '../api/client'
import { isProblem } from '../api/problem'
import { DraftConflict, type DraftDoor, type SavedDraft } from './DraftKeeper'
import { keeperOf, useOf } from './draftKeepers'

/** A draft for as long as its page is shown; what is still unsaved then goes on its way without it. */
export function useDraft(key: string, door: () => DraftDoor) {
  const [keeper] = useState(() => keeperOf(key, door))
  const state = useSyncExternalStore(keeper.subscribe, keeper.get)
  useEffect(() => useOf(key, keeper), [key, keeper])
  return { ...state, keeper }
}

/** Whose draft of what: nobody else and no other ticket has the same. */
export const draftKey = (place: string, account: string, ...of: string[]) => [place, account, ...of].join(' ')

export type Draft = ReturnType<typeof useDraft>

const savedOf = (draft: Schemas['DraftResponse']): SavedDraft => ({ body: draft.body, version: draft.version, savedAt: draft.saved_at })

async function guarded(write: Promise<SavedDraft>, newer: (draft: unknown) => SavedDraft): Promise<SavedDraft> {
  try {
    return await write
  } catch (error) {
    if (isProblem(error) && error.body['draft'] != null) throw new DraftConflict(newer(error.body['draft']))
    throw error
  }
}

/** What this account writes on a ticket: the answer, the note, or other words for the ticket itself. */
export function ticketDraft(number: string, kind: Schemas['DraftKind'], tenant: string | null = null): DraftDoor {
  const path = { id: number, kind }
  const of = apiFor(tenant)
  const put = (body: string, version: number) =>
    of.PUT('/api/v1/tickets/{id}/drafts/{kind}', { params: { path, header: { 'If-Match': `"${version}"` } }, body: { body } })
  const now = (body: string, version: number) =>
    sendAtOnce<Schemas['DraftResponse']>('PUT', `/api/v1/tickets/${number}/drafts/${kind}`, version, { body }, tenant)
  return {
    read: async () => savedOf(await answerOf(of.GET('/api/v1/tickets/{id}/drafts/{kind}', { params: { path } }))),
    write: (body, version, urgent) =>
      guarded(answerOf(urgent ? now(body, version) : put(body, version)).then(savedOf), (draft) => savedOf(draft as Schemas['DraftResponse'])),
  }
}

export interface NewTicketDraft {
  subject: string
  description: string
  category: string
  priority: Schemas['Priority']
  /** Of somebody else's ticket alone, as the following. */
  queue: string
  assignee: string
  requester: string
  requester_email: string
  requester_name: string
}

const nothing: NewTicketDraft = {
  subject: '',
  description: '',
  category: '',
  priority: 'medium',
  queue: '',
  assignee: '',
  requester: '',
  requester_email: '',
  requester_name: '',
}

export function readNewTicket(text: string): NewTicketDraft {
  return text === '' ? nothing : { ...nothing, ...(JSON.parse(text) as Partial<NewTicketDraft>) }
}

export function writeNewTicket(ticket: NewTicketDraft): string {
  const members = Object.keys(nothing) as (keyof NewTicketDraft)[]
  return members.every((member) => ticket[member] === nothing[member]) ? '' : JSON.stringify(ticket)
}

/** A ticket that is not opened yet. Its members are kept as one text, so that one rule keeps all drafts. */
export function newTicketDraft(tenant: string | null = null): DraftDoor {
  const of = (draft: Schemas['NewTicketDraftResponse']): SavedDraft => ({
    body:
      draft.saved_at === null
        ? null
        : writeNewTicket({
            subject: draft.subject ?? '',
            description: draft.description ?? '',
            category: draft.category ?? '',
            priority: draft.priority ?? 'medium',
            queue: draft.queue ?? '',
            assignee: draft.assignee ?? '',
            requester: draft.requester ?? '',
            requester_email: draft.requester_email ?? '',
            requester_name: draft.requester_name ?? '',
          }),
    version: draft.version,
    savedAt: draft.saved_at,
  })
  const door = apiFor(tenant)
  const path = '/api/v1/drafts/new-ticket'
  const put = (body: string, version: number, urgent: boolean) => {
    const ticket = body === '' ? {} : readNewTicket(body)
    return urgent
      ? sendAtOnce<Schemas['NewTicketDraftResponse']>('PUT', path, version, ticket, tenant)
      : door.PUT(path, { params: { header: { 'If-Match': `"${version}"` } }, body: ticket })
  }
  return {
    read: async () => of(await answerOf(door.GET(path))),
    write: (body, version, urgent) =>
      guarded(answerOf(put(body, version, urgent)).then(of), (draft) => of(draft as Schemas['NewTicketDraftResponse'])),
  }
}
