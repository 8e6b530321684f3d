import { expect, it } from 'vitest'
import { marksOf } from './marks'

const found = (title: string, words: string) => marksOf(title, words).flatMap((each) => (each.isFound ? [each.text] : []))

it.each([
  ['Laterne Mühlstraße dunkel', 'mühlstraße', ['Mühlstraße']],
  ['Laterne Mühlstraße dunkel', 'MUEHLSTRASSE', ['Mühlstraße']],
  ['Laterne Mühlstraße dunkel', 'laterne dunkel', ['Laterne', 'dunkel']],
  ['Straßenverkehr', 'verkehr', ['Straßenverkehr']],
  ['Café geschlossen', 'cafe', ['Café']],
  ['Laterne', 'la', []],
  ['Laterne', '', []],
])('in „%s“ the words „%s“ are %s', (title, words, expected) => expect(found(title, words)).toEqual(expected))

it('nothing of the title is lost', () => {
  const title = ' „Laterne“ (Mühlstraße 3) – dunkel! '
  expect(marksOf(title, 'mühlstraße').map((each) => each.text).join('')).toBe(title)
})
