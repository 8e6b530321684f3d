import { describe, expect, it } from 'vitest'
import type { Ticket } from '../../ticket'
import { changesOf, faultsIn, readEdited, textsOf, writeEdited } from './edits'

const base = { subject: 'Drucker', description: 'Druckt nicht.', resolution_text: null, version: 1 } as unknown as Ticket
const fields = { subject: 's', description: 'd', resolution_text: 'r' }

describe('Texts of a ticket that are changed', () => {
  it('are sent where they differ, and nothing else is', () => {
    expect(changesOf({ base, texts: { ...textsOf(base), description: 'Druckt gar nicht. ' } })).toEqual({ description: 'Druckt gar nicht.' })
    expect(changesOf({ base, texts: textsOf(base) })).toEqual({})
  })

  it('are a draft as far as they differ, and go on on the version that they were begun on', () => {
    const begun = { base, texts: { ...textsOf(base), description: 'Druckt gar nicht.' } }
    const later = { ...base, subject: 'Drucker aus', description: 'Druckt doch.', version: 3 } as Ticket
    const again = readEdited(writeEdited(begun), later)
    expect(again.texts).toEqual({ subject: 'Drucker aus', description: 'Druckt gar nicht.', resolution_text: '' })
    expect([again.base.version, again.base.description]).toEqual([1, 'Druckt nicht.'])
    expect(changesOf(again)).toEqual({ description: 'Druckt gar nicht.' })
    expect(writeEdited({ base, texts: textsOf(base) })).toBe('')
    expect(readEdited('', later)).toEqual({ base: later, texts: textsOf(later) })
  })

  it('may not be taken away', () => {
    expect(faultsIn({ base, texts: { ...textsOf(base), subject: ' ' } }, fields).map((each) => each.field)).toEqual(['s'])
    expect(faultsIn({ base, texts: textsOf(base) }, fields)).toEqual([])
  })
})
