import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { TicketItem } from '../list'
import { keepStill, useSteady } from './steady'

const ticket = (id: string, version = 1) => ({ id, number: id, version }) as TicketItem
const list = (...ids: string[]) => ids.map((id) => ticket(id))
const idsOf = (items: readonly TicketItem[]) => items.map((each) => each.id)

describe('A list in hand', () => {
  it('keeps its rows where they are while newcomers wait', () => {
    const still = keepStill(list('a', 'b', 'c'), list('x', 'a', 'y', 'c', 'b'))
    expect(idsOf(still.items)).toEqual(['a', 'b', 'c'])
    expect(still.waiting).toBe(2)
  })

  it('shows changes in place', () => {
    const still = keepStill(list('a', 'b'), [ticket('a', 2), ticket('b')])
    expect(still.items[0]?.version).toBe(2)
  })

  it('keeps a row that no longer belongs there, and says so', () => {
    const still = keepStill(list('a', 'b', 'c'), list('a', 'c'))
    expect(idsOf(still.items)).toEqual(['a', 'b', 'c'])
    expect([...still.left]).toEqual(['b'])
    expect(still.waiting).toBe(0)
  })

  it('takes what lies behind its last row: the next page', () => {
    expect(idsOf(keepStill(list('a', 'b'), list('a', 'b', 'c', 'd')).items)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('takes everything at once while nobody has it in hand, and another list anyhow', () => {
    let held = false
    const { result, rerender } = renderHook(({ name, latest }) => useSteady(name, latest, () => held), {
      initialProps: { name: 'open', latest: list('a') },
    })
    rerender({ name: 'open', latest: list('b', 'a') })
    expect(idsOf(result.current.items)).toEqual(['b', 'a'])
    held = true
    rerender({ name: 'open', latest: list('c', 'b', 'a') })
    expect(idsOf(result.current.items)).toEqual(['b', 'a'])
    expect(result.current.waiting).toBe(1)
    act(() => result.current.showAll())
    expect(idsOf(result.current.items)).toEqual(['c', 'b', 'a'])
    expect(result.current.waiting).toBe(0)
    rerender({ name: 'closed', latest: list('z') })
    expect(idsOf(result.current.items)).toEqual(['z'])
  })
})
