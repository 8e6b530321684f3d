import { Problem, Unreachable } from '../api/problem'
import type { Fault } from '../ui/ErrorSummary'
import { has, t, type Key } from './i18n'

/** What went wrong, in the reader's words: the server's own where it said some. */
export function wordsOf(error: unknown): string {
  if (error instanceof Problem) {
    if (error.retryAfter !== null && error.status === 429) return t('error.later', { seconds: error.retryAfter })
    return error.body.detail
  }
  return t(error instanceof Unreachable ? 'error.unreachable' : 'error.unknown')
}

/**
 * The faults of a form. `fields` leads from the members of the request to the ids of the fields; what belongs to no field of this form is
 * about the form as a whole.
 */
export function faultsOf(error: unknown, fields: Record<string, string>): Fault[] {
  if (!(error instanceof Problem) || error.body.errors === undefined || error.body.errors.length === 0)
    return [{ field: null, text: wordsOf(error) }]
  return error.body.errors.map((each) => {
    const member = (each.pointer ?? '').split('/')[1] ?? ''
    const field = fields[member] ?? null
    const label = `field.${member}`
    return { field, text: field !== null && has(label) ? `${t(label as Key)}: ${each.detail}` : each.detail }
  })
}

/** Everything that the server said, where there is no form to say it in. */
export function allWordsOf(error: unknown): string {
  return faultsOf(error, {})
    .map((each) => each.text)
    .join(' ')
}

export function faultOf(faults: Fault[], field: string): string | null {
  return faults.find((each) => each.field === field)?.text ?? null
}
