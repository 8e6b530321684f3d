import type { Pasted } from './written'

export type Reason =
  | { kind: 'placeholder'; found: string[] }
  | { kind: 'attachment'; found: string[] }
  | { kind: 'mention'; found: string[] }
  | { kind: 'internal' }
  | { kind: 'tenant'; tenants: string[] }

interface Sent {
  text: string
  files: number
  pasted: Pasted[]
}

const placeholders = /\{\{[^{}]*\}\}/g
// A colleague is spoken to like that, in a note; an address has letters in front of its @.
const mentions = /(?<![\p{L}\p{N}._%+-])@\p{L}[\p{L}\p{N}._-]*/gu
const attachmentWords =
  /(?<!\p{L})(?:anhang|anhänge|anhängen|angehängt\p{L}*|anbei|beigefügt\p{L}*|anlage|anlagen|attachments?|attached|enclosed)(?!\p{L})/giu

/** What speaks against sending this text as it is. Nothing of it forbids: a person decides. */
export function guardReasons({ text, files, pasted }: Sent): Reason[] {
  const reasons: Reason[] = []
  const open = text.match(placeholders)
  if (open !== null) reasons.push({ kind: 'placeholder', found: unique(open) })
  // What is quoted was said by somebody else.
  const own = text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
  const mentioned = own.match(attachmentWords)
  if (mentioned !== null && files === 0) reasons.push({ kind: 'attachment', found: unique(mentioned) })
  const called = own.match(mentions)
  if (called !== null) reasons.push({ kind: 'mention', found: unique(called) })
  const left = pasted.filter((each) => stillThere(text, each.words))
  if (left.some((each) => each.from === 'note')) reasons.push({ kind: 'internal' })
  const tenants = unique(left.filter((each) => each.from === 'tenant').map((each) => each.tenant))
  if (tenants.length > 0) reasons.push({ kind: 'tenant', tenants })
  return reasons
}

const unique = (all: string[]) => [...new Set(all)]
const shortest = 12

/** Whether any line of what was pasted still stands in the text, or all of it when it was short. */
export function stillThere(text: string, words: string): boolean {
  const whole = words.trim()
  if (whole === '') return false
  if (text.includes(whole)) return true
  return whole
    .split('\n')
    .map((line) => line.trim())
    .some((line) => line.length >= shortest && text.includes(line))
}
