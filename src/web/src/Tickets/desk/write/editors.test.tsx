import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { apiFor } from '../../../api/client'
import type { Ticket } from '../../ticket'
import { InPlace, type TicketPlace } from '../place'
import { AnswerEditor } from './AnswerEditor'
import { NoteEditor } from './NoteEditor'

vi.mock('@tanstack/react-router', () => ({ useNavigate: () => vi.fn() }))

const place: TicketPlace = {
  number: 'MUST-000001',
  tenant: null,
  key: 'MUST-000001',
  api: apiFor(null),
  tenantName: null,
  slug: 'musterstadt',
  account: 'a',
}
const abilities = { reply: { allowed: true }, note: { allowed: true } }
const ticket = { id: 't', number: 'MUST-000001', version: 1, status: 'open', merged_into: null, abilities } as unknown as Ticket
let sent: { body: string; visibility: string }[] = []

function answerTo(address: string, init: { body?: ArrayBuffer | null }): unknown {
  if (address.includes('preview=recipients'))
    return {
      kind: 'ticket_answered',
      nobody: null,
      items: [{ account: 'e', name: 'Erika Muster', email: 'e@x.example', language: 'de', channel: 'mail', told: true, at: null, reason: null, reason_text: null }],
    }
  if (address.endsWith('/comments')) {
    sent.push(JSON.parse(new TextDecoder().decode(init.body ?? new ArrayBuffer(0))) as (typeof sent)[number])
    return { id: 'c', attachments: [] }
  }
  if (address.includes('/drafts/')) return { body: null, version: 0, saved_at: null }
  return { mail_hold: 0 }
}

beforeEach(() => {
  sent = []
  sessionStorage.clear()
  // Dialogs ask for it; jsdom has none.
  vi.stubGlobal('CSS', { escape: (text: string) => text.replaceAll(/[^\w-]/g, String.raw`\$&`) })
  vi.stubGlobal('fetch', async (address: string, init: { body?: ArrayBuffer | null }) =>
    new Response(JSON.stringify(answerTo(address, init)), { status: 200, headers: { 'Content-Type': 'application/json' } }),
  )
})
afterEach(() => vi.unstubAllGlobals())

function show() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <InPlace value={place}>
        <AnswerEditor ticket={ticket} />
        <NoteEditor ticket={ticket} />
      </InPlace>
    </QueryClientProvider>,
  )
  return {
    person: userEvent.setup(),
    answer: screen.getByLabelText<HTMLTextAreaElement>('Antwort an die anfragende Person'),
    note: screen.getByLabelText<HTMLTextAreaElement>('Notiz für das Team'),
  }
}

describe('Answer and note', { timeout: 30_000 }, () => {
  it('have a text of their own each: what is written here never stands there, not even after saving', async () => {
    const { person, answer, note } = show()
    await person.type(note, 'nur für uns')
    await person.type(answer, 'für Sie')
    expect([answer.value, note.value]).toEqual(['für Sie', 'nur für uns'])
    await person.click(screen.getByRole('button', { name: 'Notiz speichern' }))
    await waitFor(() => expect(note.value).toBe(''))
    expect(sent).toEqual([{ body: 'nur für uns', visibility: 'internal' }])
    expect(answer.value).toBe('für Sie')
  })

  it('an answer goes out as such, by a button that names who reads it', async () => {
    const { person, answer } = show()
    await person.type(answer, 'für Sie')
    await person.click(await screen.findByRole('button', { name: 'Antwort an Erika Muster senden', description: /e@x\.example/ }))
    await waitFor(() => expect(sent).toEqual([{ body: 'für Sie', visibility: 'public', seen: 't' }]))
    await waitFor(() => expect(answer.value).toBe(''))
  })

  it('what speaks against sending is asked about, and neither Enter nor Esc sends', async () => {
    const { person, answer } = show()
    for (const key of ['{Enter}', '{Escape}']) {
      await person.clear(answer)
      await person.type(answer, 'siehe Anhang')
      await person.keyboard('{Control>}{Enter}{/Control}')
      await screen.findByRole('alertdialog')
      expect(screen.getByRole('button', { name: 'Zurück zum Text' })).toBe(document.activeElement)
      await person.keyboard(key)
      await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    }
    expect(sent).toEqual([])
    expect(answer.value).toBe('siehe Anhang')
  })
})
