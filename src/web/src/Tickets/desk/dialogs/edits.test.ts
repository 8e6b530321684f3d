import { describe, expect, it } from 'vitest'
import type { Ticket } from '../../ticket'
import { changesOf, faultsIn, textsOf } from './edits'

const base = { subject: 'Drucker', description: 'Druckt nicht.', resolution_text: null, version: 1 } as unknown as Ticket
const fields = { subject: 's', description: 'd', resolution_text: 'r' }

describe('Texts of a ticket that are changed', () => {
  it('are sent where they differ, and nothing else is', () => {
    expect(changesOf({ base, texts: { ...textsOf(base), description: 'Druckt gar nicht. ' } })).toEqual({ description: 'Druckt gar nicht.' })
    expect(changesOf({ base, texts: textsOf(base) })).toEqual({})
  })

  it('may not be taken away', () => {
    expect(faultsIn({ base, texts: { ...textsOf(base), subject: ' ' } }, fields).map((each) => each.field)).toEqual(['s'])
    expect(faultsIn({ base, texts: textsOf(base) }, fields)).toEqual([])
  })
})
