import { describe, expect, it, vi } from 'vitest'
import { bestOf, openNote, pathOf, showNote } from './notes'
import type { Tab, WorkerScope } from './scope'

const origin = 'https://musterstadt.example'
const tab = (path: string): Tab => ({ url: origin + path, focus: vi.fn(async () => undefined), postMessage: vi.fn() })

function scopeWith(...tabs: Tab[]) {
  const shown = vi.fn(async () => undefined)
  const openWindow = vi.fn(async () => undefined)
  const scope = {
    registration: { showNotification: shown },
    clients: { matchAll: async () => tabs, openWindow },
  } as unknown as WorkerScope
  return { scope, shown, openWindow }
}

describe('what is pushed', () => {
  it('is shown in the words of the server, one entry for a ticket', async () => {
    const { scope, shown } = scopeWith()
    const note = { title: 'Lampe', text: 'Es gibt eine Antwort.', link: '/tickets/MUST-000001', tag: 'a', lang: 'de' }
    await showNote(scope, { text: () => JSON.stringify(note) })
    expect(shown).toHaveBeenCalledWith('Lampe', expect.objectContaining({ body: note.text, tag: 'a', lang: 'de', data: note.link }))
  })

  it.each([null, { text: () => '' }, { text: () => '{' }])('is shown as something when it cannot be read', async (data) => {
    const { scope, shown } = scopeWith()
    await showNote(scope, data)
    expect(shown).toHaveBeenCalledWith('Helpdesk', expect.objectContaining({ data: '/' }))
  })
})

describe('a press on it', () => {
  it('goes to the page that shows it, else to any that is open, else to a new one', async () => {
    const [home, ticket] = [tab('/'), tab('/tickets/MUST-000001')]
    expect(bestOf([home, ticket], ticket.url)).toBe(ticket)

    await openNote(scopeWith(home, ticket).scope, '/tickets/MUST-000001', origin)
    expect(ticket.focus).toHaveBeenCalled()
    expect(ticket.postMessage).not.toHaveBeenCalled()

    await openNote(scopeWith(home).scope, '/tickets/MUST-000001', origin)
    expect(home.focus).toHaveBeenCalled()
    expect(home.postMessage).toHaveBeenCalledWith({ open: '/tickets/MUST-000001' })

    const { scope, openWindow } = scopeWith()
    await openNote(scope, '/tickets/MUST-000001', origin)
    expect(openWindow).toHaveBeenCalledWith('/tickets/MUST-000001')
  })

  it.each(['https://elsewhere.example/x', '//elsewhere.example', 'javascript:alert(1)', 'http://', undefined])('leads nowhere else: %s', (link) => {
    expect(pathOf(link, origin)).toMatch(/^\/(?!\/)/)
  })
})
