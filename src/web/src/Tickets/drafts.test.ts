import { beforeEach, describe, expect, it, vi } from 'vitest'
import { drafts, keepDraft, type Draft, type DraftId, type Drafts } from './drafts'

const id: DraftId = { account: 'a', tenant: 'musterstadt', ticket: 'MUST-000001', kind: 'answer' }
const draft = (text: string): Draft => ({ text, pasted: [] })

beforeEach(() => {
  sessionStorage.clear()
  vi.useFakeTimers()
})

describe('A draft', () => {
  it.each([
    ['account', 'b'],
    ['tenant', 'beispielburg'],
    ['ticket', 'MUST-000002'],
    ['kind', 'note'],
  ])('never appears for another %s', async (part, other) => {
    await drafts.save(id, draft('nur hier'))
    expect(await drafts.load({ ...id, [part]: other })).toBeNull()
    expect((await drafts.load(id))?.text).toBe('nur hier')
  })

  it('is not mixed up where names could be read in two ways', async () => {
    await drafts.save({ ...id, tenant: 'a/b', ticket: 'c' }, draft('eins'))
    expect(await drafts.load({ ...id, tenant: 'a', ticket: 'b/c' })).toBeNull()
  })

  it('is kept after a pause, once for many letters', async () => {
    const save = vi.fn(async () => undefined)
    const keeper = keepDraft({ ...drafts, save }, id)
    for (const text of ['H', 'Ha', 'Hal', 'Hallo']) keeper.change(draft(text))
    await vi.advanceTimersByTimeAsync(1000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(save).toHaveBeenCalledWith(id, draft('Hallo'))
  })

  it('that is kept slowly stays with its own ticket when another one is written meanwhile', async () => {
    const kept = new Map<string, string>()
    const slow: Drafts = {
      load: async () => null,
      save: async (at, { text }) => {
        await new Promise((resolve) => setTimeout(resolve, 2000))
        kept.set(at.ticket, text)
      },
      clear: async (at) => void kept.delete(at.ticket),
    }
    const [first, second] = [keepDraft(slow, id), keepDraft(slow, { ...id, ticket: 'MUST-000002' })]
    first.change(draft('für den ersten'))
    void first.flush()
    second.change(draft('für den zweiten'))
    await vi.advanceTimersByTimeAsync(5000)
    expect(Object.fromEntries(kept)).toEqual({ 'MUST-000001': 'für den ersten', 'MUST-000002': 'für den zweiten' })
  })

  it('that was sent does not come back from a slow write', async () => {
    let kept: string | null = null
    const slow: Drafts = {
      load: async () => null,
      save: async (_, { text }) => {
        await new Promise((resolve) => setTimeout(resolve, 2000))
        kept = text
      },
      clear: async () => {
        kept = null
      },
    }
    const keeper = keepDraft(slow, id)
    keeper.change(draft('gesendet'))
    void keeper.flush()
    await vi.advanceTimersByTimeAsync(100)
    keeper.change(draft('gesendet!'))
    void keeper.clear()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(kept).toBeNull()
  })
})
