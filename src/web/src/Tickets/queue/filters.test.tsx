import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState, type ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { sessionQuery, type Session } from '../../SignIn/session'
import type { Facets, ListSearch } from '../list'
import { Chips } from './Chips'
import { FilterPanel } from './FilterPanel'
import type { FilterWords } from './useFilterWords'
import { ViewDialog } from './ViewDialog'
import { withFilter } from './views'

const none = { name: null }
const facets = {
  status: [{ value: 'open', count: 7, ...none }, { value: 'closed', count: 1234, ...none }],
  priority: [],
  category: [],
  assignee: [{ value: 'none', count: 3, ...none }],
  queue: [{ value: 'alt', count: 2, ...none }],
  team: [],
  tag: [{ value: 'Winter', count: 4, ...none }],
  sla_state: [],
  partial: false,
} as unknown as Facets
const words: FilterWords = {
  lists: { queue: [], team: [], category: [] },
  staff: [],
  tenants: [],
  valueOf: (_, value) => value,
  chip: ({ name, value }) => `${name} ${value}`,
}

function Page({ first, said }: { first: ListSearch; said?: (typing: boolean | undefined) => void }) {
  const [search, setSearch] = useState(first)
  const change = (filter: Parameters<typeof withFilter>[1], typing?: boolean) => {
    said?.(typing)
    setSearch(withFilter(search, filter))
  }
  return (
    <>
      <button id="filters">Filter</button>
      <Chips search={search} words={words} change={change} neighbour="filters" reset={() => setSearch({})} />
      <FilterPanel search={search} facets={facets} words={words} change={change} atDesk={false} />
      <output>{JSON.stringify(search)}</output>
    </>
  )
}

const shown = () => JSON.parse(document.querySelector('output')?.textContent ?? '') as ListSearch

describe('The filters', () => {
  it('say beside each value how many tickets it would leave, none as well', () => {
    render(<Page first={{}} />)
    expect(screen.getByRole('checkbox', { name: /^open ?, 7 Tickets$/ })).toBeTruthy()
    expect(screen.getByRole('checkbox', { name: /resolved.*0 Tickets/ })).toBeTruthy()
    expect(screen.getByText('1.234')).toBeTruthy()
    expect(screen.getByRole('option', { name: 'Winter (4)' })).toBeTruthy()
    // A queue that is in no list any more and still has tickets.
    expect(screen.getByRole('option', { name: 'alt (2)' })).toBeTruthy()
  })

  it('take several values of one kind, and each can be taken back by itself', async () => {
    render(<Page first={{ status: ['open'], after: 'abc', from: 2000 }} />)
    await userEvent.click(screen.getByRole('checkbox', { name: /^closed/ }))
    expect(shown()).toEqual({ status: ['open', 'closed'] })
    await userEvent.selectOptions(screen.getByLabelText('Schlagwort'), 'Winter')
    await userEvent.click(screen.getByRole('button', { name: 'Filter „status open“ entfernen' }))
    expect(shown()).toEqual({ status: ['closed'], tag: 'Winter' })
  })

  it('take several queues, tags and people as well: the first is changed like a single one, others are added and taken away', async () => {
    render(<Page first={{ tag: 'Herbst' }} />)
    await userEvent.selectOptions(screen.getByLabelText('Schlagwort'), 'Winter')
    expect(shown()).toEqual({ tag: 'Winter' })
    expect(screen.queryByLabelText('Warteschlange: oder auch')).toBeNull()
    const also = screen.getByLabelText('Schlagwort: oder auch')
    expect(within(also).queryByRole('option', { name: /Winter/ })).toBeNull()
    await userEvent.selectOptions(screen.getByLabelText('Zuständig'), 'none')
    await userEvent.selectOptions(screen.getByLabelText('Zuständig: oder auch'), 'me')
    expect(shown()).toEqual({ tag: 'Winter', assignee: 'none,me' })
    await userEvent.click(screen.getByRole('checkbox', { name: /^Zuständig: *me$/ }))
    expect(shown()).toEqual({ tag: 'Winter', assignee: 'none' })
    await userEvent.selectOptions(screen.getByLabelText('Zuständig: oder auch'), 'me')
    await userEvent.selectOptions(screen.getByLabelText('Zuständig'), '')
    expect(shown()).toEqual({ tag: 'Winter', assignee: 'me' })
  })

  it('give the focus to the next one when one is taken back, at last to what opens them', async () => {
    render(<Page first={{ status: ['open'], tag: 'Winter', q: 'Eis' }} />)
    const remove = async (name: string) => {
      screen.getByRole('button', { name: `Filter „${name}“ entfernen` }).focus()
      await userEvent.keyboard('{Enter}')
      return document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id
    }
    expect(await remove('tag Winter')).toBe('Filter „q Eis“ entfernen')
    expect(await remove('q Eis')).toBe('Filter „status open“ entfernen')
    expect(await remove('status open')).toBe('filters')
  })

  it('make what is typed one step of the address, however long it takes', async () => {
    const said = vi.fn()
    render(<Page first={{ tag: 'Winter' }} said={said} />)
    await userEvent.type(screen.getByLabelText('Wörter im Ticket'), 'Eis')
    await waitFor(() => expect(shown().q).toBe('Eis'))
    await userEvent.type(screen.getByLabelText('Wörter im Ticket'), 'bahn')
    await waitFor(() => expect(shown().q).toBe('Eisbahn'))
    expect(said.mock.calls).toEqual([[false], [true]])
  })
})

const asked: { url: string; method: string; key: string | null; body: Record<string, unknown> }[] = []
let refused = false

async function serve(url: string, { method = 'GET', headers, body }: RequestInit): Promise<Response> {
  if (method === 'GET') return Response.json({ items: [] })
  asked.push({ url: new URL(url).pathname, method, key: new Headers(headers).get('Idempotency-Key'), body: JSON.parse(new TextDecoder().decode(body as ArrayBuffer)) as Record<string, unknown> })
  if (refused) return Response.json({ status: 422, code: 'invalid', title: '', detail: '', errors: [{ pointer: '/name', code: 'duplicate', detail: 'So heißt schon eine.' }] }, { status: 422 })
  return Response.json({ key: 'v', name: 'Eilig', words: { de: 'Eilig', en: 'Eilig' }, filters: '', sort: null }, { status: 201 })
}

function as(role: Session['role'], children: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setQueryData(sessionQuery.queryKey, { role } as Session)
  return render(<QueryClientProvider client={client}>{children}</QueryClientProvider>)
}

describe('A view that is saved', () => {
  const dialog = (done = vi.fn()) => <ViewDialog view={null} search={{ status: ['open'], sla: ['warned'], view: 'other', after: 'abc', sort: 'due_at' }} atDesk={false} onClose={vi.fn()} onSaved={done} />
  afterEach(() => {
    asked.length = 0
    refused = false
    vi.unstubAllGlobals()
  })

  it('is for oneself where the role shares none', async () => {
    vi.stubGlobal('fetch', serve)
    as('agent', dialog())
    expect(within(await screen.findByRole('dialog')).queryByLabelText('Wer sie sieht')).toBeNull()
    await userEvent.type(screen.getByLabelText('Name der Ansicht'), 'Eilig{Enter}')
    await waitFor(() => expect(asked).toHaveLength(1))
    expect(asked[0]?.body).toEqual({ name: 'Eilig', shared_with: 'me', teams: [], filters: 'status=open&sla_state=warned', sort: 'due_at' })
  })

  it('keeps what was typed when it is refused, says why, and is another act the next time', async () => {
    vi.stubGlobal('fetch', serve)
    refused = true
    const done = vi.fn()
    as('manager', dialog(done))
    await userEvent.type(await screen.findByLabelText('Name der Ansicht'), 'Eilig')
    await userEvent.selectOptions(screen.getByLabelText('Wer sie sieht'), 'staff')
    await userEvent.click(screen.getByRole('button', { name: 'Speichern' }))
    await screen.findByRole('link', { name: /So heißt schon eine/ })
    expect(screen.getByLabelText<HTMLInputElement>('Name der Ansicht').value).toBe('Eilig')
    expect(done).not.toHaveBeenCalled()
    refused = false
    await userEvent.click(screen.getByRole('button', { name: 'Speichern' }))
    await waitFor(() => expect(done).toHaveBeenCalled())
    expect(asked.map((each) => each.body['shared_with'])).toEqual(['staff', 'staff'])
    expect(new Set(asked.map((each) => each.key)).size).toBe(2)
  })
})
