import { describe, expect, it } from 'vitest'
import type { Schemas } from '../../../api/client'
import { addressees, sendWords } from './recipients'

type Recipient = Schemas['RecipientResponse']
const told = (name: string, rest: Partial<Recipient> = {}): Recipient => ({
  account: name,
  name,
  email: `${name}@musterstadt.example`,
  language: 'de',
  channel: 'mail',
  told: true,
  at: null,
  reason: null,
  reason_text: null,
  ...rest,
})

describe('The button that sends', () => {
  it('names the one who is told, once, however many ways there are', () => {
    const people = addressees([told('Erika Muster'), told('Erika Muster', { channel: 'notification' })])
    expect(people).toHaveLength(1)
    expect(sendWords(people, null)).toBe('Antwort an Erika Muster senden')
  })

  it('names two and three, and counts further ones', () => {
    const names = ['Anna', 'Bert', 'Cem', 'Dora', 'Emil']
    expect(sendWords(addressees(names.slice(0, 2).map((each) => told(each))), null)).toBe('Antwort an Anna und Bert senden')
    expect(sendWords(addressees(names.map((each) => told(each))), null)).toBe('Antwort an Anna, Bert und 3 weitere Personen senden')
  })

  it('does not name whom nothing reaches, and keeps the reason', () => {
    const people = addressees([told('Anna', { told: false, reason: 'no_login', reason_text: 'Hat kein Konto.' })])
    expect(sendWords(people, null)).toBe('Antwort ohne Benachrichtigung senden')
    expect(people[0]?.not).toEqual(['Hat kein Konto.'])
  })

  it('says at the desk in whose name it goes out', () => {
    expect(sendWords(addressees([told('Anna')]), 'Stadt Musterstadt')).toBe('Antwort an Anna senden · Stadt Musterstadt')
  })
})
