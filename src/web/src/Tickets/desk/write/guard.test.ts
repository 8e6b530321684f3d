import { describe, expect, it } from 'vitest'
import { guardReasons, stillThere } from './guard'

const kinds = (text: string, rest: Partial<Parameters<typeof guardReasons>[0]> = {}) =>
  guardReasons({ text, files: 0, pasted: [], ...rest }).map((each) => each.kind)

describe('Before an answer is sent', () => {
  it('a clean text has nothing against it', () => {
    expect(kinds('Guten Tag, wir haben den Fehler behoben.')).toEqual([])
  })

  it('an open placeholder speaks against it', () => {
    expect(guardReasons({ text: 'Guten Tag {{name}}, {{name}} und {{ ort }}', files: 0, pasted: [] })).toEqual([
      { kind: 'placeholder', found: ['{{name}}', '{{ ort }}'] },
    ])
  })

  it.each(['Im Anhang finden Sie den Plan.', 'Anbei der Plan.', 'ANHANG', 'See attached.', 'The attachment explains it.', 'Die beigefügte Datei'])(
    'a mentioned file that is not there speaks against it: %s',
    (text) => {
      expect(kinds(text)).toEqual(['attachment'])
      expect(kinds(text, { files: 1 })).toEqual([])
    },
  )

  it.each(['Das hing an der Anhängerkupplung.', 'Anhangsloser Text', '> Im Anhang finden Sie den Plan.\nDanke.'])(
    'words that only look like one, and what is quoted, do not: %s',
    (text) => {
      expect(kinds(text)).toEqual([])
    },
  )

  it('words of an internal note speak against it as long as they stand in the text', () => {
    const pasted = [{ words: 'Die Person hat Zahlungsrückstand.', from: 'note' as const, tenant: 'musterstadt' }]
    expect(kinds('Hallo. Die Person hat Zahlungsrückstand.', { pasted })).toEqual(['internal'])
    expect(kinds('Hallo.', { pasted })).toEqual([])
  })

  it('words of another municipality are named by whose they are', () => {
    const pasted = [{ words: 'Sehr geehrte Frau Beispiel', from: 'tenant' as const, tenant: 'beispielburg' }]
    expect(guardReasons({ text: 'Sehr geehrte Frau Beispiel, …', files: 0, pasted })).toEqual([{ kind: 'tenant', tenants: ['beispielburg'] }])
  })

  it('all reasons come at once', () => {
    const pasted = [{ words: 'geheim', from: 'note' as const, tenant: 'a' }]
    expect(kinds('{{x}} geheim im Anhang', { pasted })).toEqual(['placeholder', 'attachment', 'internal'])
  })

  it('of a longer text one line that was left is enough', () => {
    expect(stillThere('Guten Tag, hier steht eine ganze Zeile.', 'Erste Zeile der Notiz\nhier steht eine ganze Zeile')).toBe(true)
    expect(stillThere('Guten Tag', 'Guten\nMorgen allerseits')).toBe(false)
  })
})
