import { describe, expect, it } from 'vitest'
import type { Ticket } from '../ticket'
import { chosen, threeWay } from './threeWay'

const base = { status: 'open', priority: 'medium', category: 'cms', queue: null, team: null, assignee: null, version: 3 } as unknown as Ticket
const theirs = (changes: Partial<Ticket>): Ticket => ({ ...base, version: 4, ...changes })

describe('A change on a version that is not the newest', () => {
  it('is made again where nobody else touched the same', () => {
    expect(threeWay(base, { priority: 'high' }, theirs({ status: 'in_progress' }))).toEqual({ again: { priority: 'high' }, collisions: [] })
  })

  it('needs nothing where the other made the same of it', () => {
    expect(threeWay(base, { priority: 'high' }, theirs({ priority: 'high' }))).toEqual({ again: {}, collisions: [] })
  })

  it('is put before a person where both made something else of it', () => {
    expect(threeWay(base, { priority: 'high', category: 'web' }, theirs({ priority: 'low' }))).toEqual({
      again: { category: 'web' },
      collisions: [{ field: 'priority', before: 'medium', mine: 'high', theirs: 'low' }],
    })
  })

  it('takes nobody and nothing for values like any other', () => {
    expect(threeWay(base, { category: null }, theirs({ category: 'web' })).collisions).toEqual([{ field: 'category', before: 'cms', mine: null, theirs: 'web' }])
    expect(threeWay(base, { queue: null }, theirs({ status: 'resolved' }))).toEqual({ again: {}, collisions: [] })
  })

  it('says afterwards what was chosen, and all that did not collide', () => {
    const merged = threeWay(base, { priority: 'high', category: 'web', assignee: 'x' }, theirs({ priority: 'low', assignee: 'y' }))
    expect(chosen(merged, new Map())).toEqual({ category: 'web' })
    expect(chosen(merged, new Map([['priority', 'high']]))).toEqual({ category: 'web', priority: 'high' })
    expect(chosen(merged, new Map([['priority', 'low']]))).toEqual({ category: 'web' })
  })
})
