import { useEffect, useState, useSyncExternalStore } from 'react'
import { answerOf, api, type Api, type Schemas } from '../api/client'
import { isProblem } from '../api/problem'
import { DraftConflict, DraftKeeper, type DraftDoor, type SavedDraft } from './DraftKeeper'

/** A draft for as long as its page is shown; what is still unsaved goes out when the page is left, hidden or closed. */
export function useDraft(door: () => DraftDoor) {
  const [keeper] = useState(() => new DraftKeeper(door()))
  const state = useSyncExternalStore(keeper.subscribe, keeper.get)
  useEffect(() => {
    void keeper.load()
    const leave = () => {
      if (document.visibilityState === 'hidden') void keeper.flush(true)
    }
    const close = () => void keeper.flush(true)
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', close)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', close)
      void keeper.flush(true)
    }
  }, [keeper])
  return { ...state, keeper }
}

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

/** The answer or the note that this account writes on a ticket. */
export function commentDraft(number: string, kind: 'answer' | 'note', of: Api = api): DraftDoor {
  const path = { id: number, kind }
  return {
    read: async () => savedOf(await answerOf(of.GET('/api/v1/tickets/{id}/drafts/{kind}', { params: { path } }))),
    write: (body, version, urgent) =>
      guarded(
        answerOf(
          of.PUT('/api/v1/tickets/{id}/drafts/{kind}', {
            params: { path, header: { 'If-Match': `"${version}"` } },
            body: { body },
            keepalive: urgent,
          }),
        ).then(savedOf),
        (draft) => savedOf(draft as Schemas['DraftResponse']),
      ),
  }
}

export interface NewTicketDraft {
  subject: string
  description: string
  category: string
  priority: Schemas['Priority']
}

const nothing: NewTicketDraft = { subject: '', description: '', category: '', priority: 'medium' }

export function readNewTicket(text: string): NewTicketDraft {
  return text === '' ? nothing : { ...nothing, ...(JSON.parse(text) as Partial<NewTicketDraft>) }
}

export function writeNewTicket(ticket: NewTicketDraft): string {
  const members = Object.keys(nothing) as (keyof NewTicketDraft)[]
  return members.every((member) => ticket[member] === nothing[member]) ? '' : JSON.stringify(ticket)
}

/** A ticket that is not opened yet. Its members are kept as one text, so that one rule keeps all drafts. */
export function newTicketDraft(): DraftDoor {
  const of = (draft: Schemas['NewTicketDraftResponse']): SavedDraft => ({
    body:
      draft.saved_at === null
        ? null
        : writeNewTicket({
            subject: draft.subject ?? '',
            description: draft.description ?? '',
            category: draft.category ?? '',
            priority: draft.priority ?? 'medium',
          }),
    version: draft.version,
    savedAt: draft.saved_at,
  })
  return {
    read: async () => of(await answerOf(api.GET('/api/v1/drafts/new-ticket'))),
    write: (body, version, urgent) =>
      guarded(
        answerOf(
          api.PUT('/api/v1/drafts/new-ticket', {
            params: { header: { 'If-Match': `"${version}"` } },
            body: body === '' ? {} : readNewTicket(body),
            keepalive: urgent,
          }),
        ).then(of),
        (draft) => of(draft as Schemas['NewTicketDraftResponse']),
      ),
  }
}
