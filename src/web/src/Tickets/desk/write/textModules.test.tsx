import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { apiFor } from '../../../api/client'
import type { Ticket } from '../../ticket'
import { InPlace, type TicketPlace } from '../place'
import { MarkdownField } from './MarkdownField'
import { found, type TextModule } from './textModules'

const restart: TextModule = { id: 'm1', name: 'Drucker neu starten', shortcut: 'neustart' }
const thanks: TextModule = { id: 'm2', name: 'Dank', shortcut: 'danke' }
const roads: TextModule = { id: 'm3', name: 'Neues Schlagloch', shortcut: 'loch' }
const place: TicketPlace = { number: 'MUST-000001', tenant: null, key: 'MUST-000001', api: apiFor(null), tenantName: null, slug: 'musterstadt', account: 'a' }
const ticket = { id: 't', number: 'MUST-000001', category: 'it', queue: null, team: null } as unknown as Ticket

let asked: string[] = []
let kept: TextModule[] | null = null
let filled = { text: '', language: 'de', missing: [] as string[] }

function answerTo(address: string): Response {
  asked.push(new URL(address).pathname)
  if (address.endsWith('/preview')) return Response.json(filled)
  return kept === null ? Response.json({ status: 404, code: 'not-found', title: '', detail: '' }, { status: 404 }) : Response.json({ items: kept })
}

beforeEach(() => {
  asked = []
  // Dialogs ask for it; jsdom has none.
  vi.stubGlobal('CSS', { escape: (text: string) => text.replaceAll(/[^\w-]/g, String.raw`\$&`) })
  vi.stubGlobal('fetch', async (address: string) => answerTo(address))
})
afterEach(() => vi.unstubAllGlobals())

function Field() {
  const [text, setText] = useState('')
  return <MarkdownField id="answer" label="Antwort" error={null} value={text} readOnly={false} onChange={setText} onSend={() => undefined} onBlur={() => undefined} modulesFor={ticket} />
}

function show() {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <InPlace value={place}>
        <Field />
      </InPlace>
    </QueryClientProvider>,
  )
  return { person: userEvent.setup(), field: screen.getByLabelText<HTMLTextAreaElement>('Antwort') }
}

const offer = () => screen.findByRole('button', { name: 'Textbaustein …' })

describe('Text modules', { timeout: 30_000 }, () => {
  it('are found by shortcut first, then by a part of the name', () => {
    expect(found([roads, restart, thanks], '/neu').map((each) => each.shortcut)).toEqual(['neustart', 'loch'])
    expect(found([restart, thanks], 'DANK')).toEqual([thanks])
  })

  it('are not offered where the platform has none', async () => {
    kept = null
    const { person, field } = show()
    await waitFor(() => expect(asked).toEqual(['/api/v1/tickets/MUST-000001/text-modules']))
    await person.type(field, '/neu')
    expect(field.value).toBe('/neu')
    expect(screen.queryByRole('button', { name: 'Textbaustein …' })).toBeNull()
  })

  it('come in at the caret as the server has filled them, by shortcut and Enter', async () => {
    kept = [restart, thanks]
    filled = { text: 'Guten Tag Erika Muster,', language: 'de', missing: [] }
    const { person, field } = show()
    await offer()
    await person.type(field, 'oben{Enter}unten')
    field.setSelectionRange(5, 5)
    await person.keyboard('/')
    await screen.findByRole('dialog')
    await person.keyboard('neu')
    expect(screen.getAllByRole('menuitem')).toHaveLength(1)
    await person.keyboard('{ArrowDown}')
    expect((await screen.findByLabelText('Vorschau des Textbausteins')).textContent).toContain('Erika Muster')
    await person.keyboard('{Enter}')
    await waitFor(() => expect(field.value).toBe('oben\nGuten Tag Erika Muster,unten'))
    expect(document.activeElement).toBe(field)
  })

  it('say before they come in which placeholder stays open', async () => {
    kept = [restart]
    filled = { text: 'Guten Tag {{requester.name}},', language: 'de', missing: ['requester.name'] }
    const { person } = show()
    await person.click(await offer())
    await person.keyboard('{ArrowDown}')
    await screen.findByText('Ohne Wert bleibt offen: {{requester.name}}')
  })

  it('leave a slash that was meant as one: Esc puts everything that was typed into the text', async () => {
    kept = [restart]
    const { person, field } = show()
    await offer()
    await person.click(field)
    await person.keyboard('/')
    await screen.findByRole('dialog')
    await person.keyboard('etc/hosts')
    await screen.findByText(/Kein Textbaustein passt/)
    await person.keyboard('{Escape}{Escape}')
    await waitFor(() => expect(field.value).toBe('/etc/hosts'))
    await person.clear(field)
    await person.keyboard('/')
    await screen.findByRole('dialog')
    await person.keyboard('{Backspace}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(field.value).toBe('')
  })

  it('never open in the middle of a line', async () => {
    kept = [restart]
    const { person, field } = show()
    await offer()
    await person.type(field, 'und/oder')
    expect(field.value).toBe('und/oder')
  })
})
