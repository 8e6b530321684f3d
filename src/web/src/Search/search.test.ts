import { expect, it } from 'vitest'
import { wordsToFind } from './search'

it.each([
  ['123', '123'],
  ['#123', '#123'],
  ['MUST-000123', 'MUST-000123'],
  ['AW: [must-000123] Startseite lädt nicht', 'MUST-000123'],
  ['Re: AW: Startseite  lädt nicht', 'Startseite lädt nicht'],
  ['WG:Startseite', 'Startseite'],
  ['  Straße  ', 'Straße'],
  ['Relais', 'Relais'],
])('what is typed as "%s" is looked up as "%s"', (typed, words) => expect(wordsToFind(typed)).toBe(words))
