import { time } from '../lib/format'
import { t } from '../lib/i18n'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import type { Draft } from './useDraft'

/** Whether what is written is kept, in words; and the text of another page, if there is one. */
export function DraftNotice({ draft }: { draft: Draft }) {
  return (
    <>
      <p className="muted small draft-state">{words(draft)}</p>
      {draft.newer !== null && (
        <Notice tone="warning">
          <p>{t('draft.newer')}</p>
          <Button onPress={() => draft.keeper.takeNewer()}>{t('draft.take')}</Button>
          <Button onPress={() => draft.keeper.keepOwn()}>{t('draft.keep')}</Button>
        </Notice>
      )}
    </>
  )
}

function words({ phase, savedAt }: Draft): string {
  if (phase === 'failed') return t('draft.failed')
  if (phase === 'device') return t('draft.device')
  if (phase === 'unsaved') return t('draft.unsaved')
  return savedAt === null ? '' : t('draft.saved', { when: time(savedAt) })
}
