import { describe, expect, it } from 'vitest'
import { bothOf, partsOf } from './diff'

const fresh = (before: string, after: string) => partsOf(before, after).flatMap((part) => (part.isNew ? [part.text.trim()] : []))

describe('What is new in a text', () => {
  it('is found word by word', () => {
    expect(fresh('Der Drucker druckt nicht.', 'Der neue Drucker im Bürgerbüro druckt nicht.')).toEqual(['neue', 'im Bürgerbüro'])
  })

  it('is nothing where only spaces differ, and all of it where nothing stood before', () => {
    expect(fresh('Seit heute früh.', 'Seit  heute\nfrüh.')).toEqual([])
    expect(fresh('', 'Seit heute früh.')).toEqual(['Seit heute früh.'])
  })

  it('loses nothing of the text itself', () => {
    const after = '  Zwei\n\nAbsätze mit  Abstand. '
    expect(partsOf('Absätze', after).map((part) => part.text).join('')).toBe(after)
  })
})

describe('Two versions in one text', () => {
  it('keep the lines of both, each once', () => {
    expect(bothOf('A\nB', 'A\nB\nvon Anna', 'A\nB\nvon mir')).toBe('A\nB\nvon Anna\nvon mir')
    expect(bothOf('A', 'von Anna', 'von Anna')).toBe('von Anna')
  })
})
