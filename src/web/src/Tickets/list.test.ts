import { describe, expect, it } from 'vitest'
import { readAddress, writeAddress } from '../lib/address'
import { readListSearch, type ListSearch } from './list'
import { chipsOf, neighbourOf } from './queue/chips'
import { differs, filtersOf, moved, standardView, viewFrom, viewOf, withFilter } from './queue/views'

const through = (search: ListSearch) => readListSearch(readAddress(writeAddress({ ...search })))

const stored = (view: { filters: string; sort: string | null }) => ({ key: 'v', words: { de: 'Eine', en: 'One' }, ...view }) as Parameters<typeof viewFrom>[0]

describe('The address of a list', () => {
  it('is read as it was written', () => {
    const search: ListSearch = { status: ['open', 'resolved'], priority: ['urgent'], assignee: 'me', q: 'Straße & Weg #1', sla: ['breached', 'warned'], unread: 'false', view: 'v1', due_before: '2026-12-24T00:00:00Z', sort: 'due_at', after: 'abc', from: 2000 }
    expect(through(search)).toEqual(search)
    expect(writeAddress({ ...search })).toContain('status=open&status=resolved')
  })

  it('takes one value as well as several, and words that are numbers', () => {
    expect(readListSearch(readAddress('?status=open&q=123'))).toEqual({ status: ['open'], q: '123' })
  })

  it('passes over what means nothing', () => {
    expect(readListSearch(readAddress('?status=lost&sort=colour&sla=maybe&from=3&x=1'))).toEqual({})
  })

  it('knows its view whatever the order of the filters or the rows', () => {
    const views = [
      ['status=open,in_progress,waiting_on_customer', '-updated_at'],
      ['status=open,in_progress,waiting_on_customer&sla_state=breached', 'due_at'],
      ['status=open&unread=true&text=Stra%C3%9Fe%20%26%20Weg', null],
    ].map(([filters, sort], at) => viewFrom({ key: `v${at}`, filters, sort, words: { de: '', en: '' } } as Parameters<typeof viewFrom>[0]))
    for (const view of views) expect(viewOf(through({ ...view.search, view: undefined, sort: '-created_at' }), views)).toBe(view)
    expect(views[1]?.search).toEqual({ ...standardView, sla: ['breached'], view: 'v1' })
    expect(views[2]?.search).toEqual({ status: ['open'], unread: 'true', q: 'Straße & Weg', view: 'v2' })
    expect(viewOf(standardView, views)).toBe(views[0])
    expect(viewOf({ ...standardView, tag: 'x' }, views)).toBeNull()
  })

  it('is kept by a view as the server calls it, and read from there as it was', () => {
    const search: ListSearch = { status: ['open', 'resolved'], priority: ['urgent'], sla: ['warned', 'breached'], assignee: 'me', q: 'Straße & Weg', tag: 'Äpfel', unread: 'true', tenant: 'beispielburg', created_from: '2026-12-01T00:00:00Z', sort: '-number' }
    const filters = filtersOf({ ...search, after: 'abc', from: 100, view: 'other' })
    expect(filters).not.toContain('abc')
    expect(new URLSearchParams(filters).get('sla_state')).toBe('warned,breached')
    expect(new URLSearchParams(filters).get('text')).toBe('Straße & Weg')
    expect(through(viewFrom(stored({ filters, sort: '-number' })).search)).toEqual({ ...search, sla: ['breached', 'warned'], view: 'v' })
  })

  it('of a view that leaves a state out names all others', () => {
    expect(viewFrom(stored({ filters: 'status=!closed,!resolved', sort: null })).search.status).toEqual(['open', 'in_progress', 'waiting_on_customer'])
  })

  it('differs from the view that was opened, by a filter or by the order, and from no other', () => {
    const view = viewFrom(stored({ filters: 'status=open,in_progress', sort: null }))
    expect(differs({ view: 'v', status: ['in_progress', 'open'], sort: '-updated_at' }, view)).toBe(false)
    expect(differs({ ...view.search, after: 'abc', from: 100 }, view)).toBe(false)
    expect(differs({ ...view.search, sort: 'due_at' }, view)).toBe(true)
    expect(differs(withFilter(view.search, { tag: 'Winter' }), view)).toBe(true)
    expect(differs({ status: ['closed'] }, view)).toBe(false)
    expect(viewOf(withFilter(view.search, { tag: 'Winter' }), [view])).toBe(view)
  })

  it('names each filter by itself, with what leaves only it out', () => {
    const search: ListSearch = { status: ['open', 'resolved'], sla: ['breached'], tag: 'Winter', q: 'Eis', view: 'v', sort: 'due_at', after: 'abc' }
    const chips = chipsOf(search)
    expect(chips.map((each) => each.id)).toEqual(['status=open', 'status=resolved', 'sla=breached', 'tag=Winter', 'q=Eis'])
    for (const chip of chips) expect(chipsOf(withFilter(search, chip.without)).map((each) => each.id)).toEqual(chips.filter((each) => each !== chip).map((each) => each.id))
    expect([chips[0], chips[2], chips[4]].map((each) => each && neighbourOf(chips, each)?.id)).toEqual(['status=resolved', 'tag=Winter', 'tag=Winter'])
    expect(chips[0] && neighbourOf([chips[0]], chips[0])).toBeNull()
  })

  it('orders views by putting one before or behind another', () => {
    expect(moved(['a', 'b', 'c'], 'c', 'a', 'before')).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b', 'c'], 'a', 'b', 'after')).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b'], 'a', 'gone', 'after')).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'a', 'a', 'before')).toEqual(['a', 'b'])
  })

  it('begins at the beginning with another filter', () => {
    expect(withFilter({ q: 'x', after: 'abc', from: 2000 }, { q: '', status: ['open'], priority: [] })).toEqual({ status: ['open'] })
  })
})
