import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { allWordsOf } from '../../lib/faults'
import { isProblem } from '../../api/problem'
import { focusHeading, keepFocus } from '../../lib/focus'
import { t } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { toast } from '../../ui/toast'
import type { ListSearch } from '../list'
import { useViews } from './useViews'
import { filtersOf, type View } from './views'

interface ViewChangedProps {
  view: View
  search: ListSearch
  onBack: () => void
  onSaveAs: () => void
}

/** The list shows something else than the view says: that can be kept, or left. */
export function ViewChanged({ view, search, onBack, onSaveAs }: ViewChangedProps) {
  const views = useViews()
  // What was opened from here gives the focus back to a button that may be gone.
  useEffect(() => () => keepFocus(), [])
  const saving = useMutation({
    mutationFn: () => views.replace(view.stored, { filters: filtersOf(search), sort: search.sort ?? null }),
    onSuccess: (stored) => {
      toast(t('queue.view.saved', { name: stored.name }))
      focusHeading()
    },
    onError: (error) => {
      if (isProblem(error, 'stale-version', 'not-found')) void views.refresh()
    },
  })
  return (
    <section className="queue-changed-view" aria-label={t('queue.view.changed.label')}>
      <p role="status">{t('queue.view.changed', { name: view.name })}</p>
      <div className="row">
        {view.stored.can_change && (
          <Button kind="primary" busy={saving.isPending} onPress={() => saving.mutate()}>
            {t(view.stored.shared_with === 'me' ? 'queue.view.keep' : 'queue.view.keepForAll')}
          </Button>
        )}
        <Button onPress={onSaveAs}>{t('queue.view.saveAs')}</Button>
        <Button
          kind="quiet"
          onPress={() => {
            focusHeading()
            onBack()
          }}
        >
          {t('queue.view.back')}
        </Button>
      </div>
      {saving.error && (
        <p className="field-error" role="alert">
          {allWordsOf(saving.error)}
        </p>
      )}
    </section>
  )
}
