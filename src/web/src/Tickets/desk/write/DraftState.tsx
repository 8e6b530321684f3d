import { time } from '../../../lib/format'
import { t } from '../../../lib/i18n'
import type { DraftHere } from './useDraft'

/** Not read out by itself: it changes with every pause in typing. */
export function DraftState({ state }: { state: DraftHere['state'] }) {
  if (state === null) return null
  return (
    <span className="muted small">
      {state === 'pending' ? t('compose.draft.pending') : t('compose.draft.kept', { at: time(new Date(state).toISOString()) })}
    </span>
  )
}
