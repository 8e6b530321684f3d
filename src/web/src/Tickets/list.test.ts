import { describe, expect, it } from 'vitest'
import { readAddress, writeAddress } from '../lib/address'
import { readListSearch, type ListSearch } from './list'
import { standardView, viewFrom, viewOf, withFilter } from './queue/views'

const through = (search: ListSearch) => readListSearch(readAddress(writeAddress({ ...search })))

describe('The address of a list', () => {
  it('is read as it was written', () => {
    const search: ListSearch = { status: ['open', 'resolved'], priority: ['urgent'], assignee: 'me', q: 'Straße & Weg #1', sla: 'breached', sort: 'due_at', after: 'abc', from: 2000 }
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
    for (const view of views) expect(viewOf(through({ ...view.search, sort: '-created_at' }), views)).toBe(view)
    expect(views[1]?.search).toEqual({ ...standardView, sla: 'breached' })
    expect(views[2]?.search).toEqual({ status: ['open'], unread: 'true', q: 'Straße & Weg' })
    expect(viewOf(standardView, views)).toBe(views[0])
    expect(viewOf({ ...standardView, tag: 'x' }, views)).toBeNull()
  })

  it('begins at the beginning with another filter', () => {
    expect(withFilter({ q: 'x', after: 'abc', from: 2000 }, { q: '', status: ['open'], priority: [] })).toEqual({ status: ['open'] })
  })
})
