import { useMutation } from '@tanstack/react-query'
import { isProblem } from '../../api/problem'
import { wordsOf } from '../../lib/faults'
import { t } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { toast } from '../../ui/toast'
import { useViews } from './useViews'
import type { StoredView } from './views'

export function DeleteViewDialog({ view, onClose, onDeleted }: { view: StoredView; onClose: () => void; onDeleted: () => void }) {
  const { views, refresh, remove } = useViews()
  const deleting = useMutation({
    // Read anew after a refusal: whoever still wants it gone has read that somebody changed it.
    mutationFn: () => remove(views.find((each) => each.key === view.key)?.stored ?? view),
    onSuccess: () => {
      toast(t('queue.view.deleted', { name: view.name }))
      onDeleted()
    },
    onError: (error) => {
      if (isProblem(error, 'stale-version', 'not-found')) void refresh()
    },
  })
  return (
    <Dialog title={t('queue.view.delete', { name: view.name })} open onClose={onClose} alert>
      <p>{t(view.shared_with === 'me' ? 'queue.view.delete.text' : 'queue.view.delete.shared')}</p>
      {deleting.error && (
        <p className="field-error" role="alert">
          {wordsOf(deleting.error)}
        </p>
      )}
      <div className="row">
        <Button onPress={onClose} autoFocus>
          {t('cancel')}
        </Button>
        <Button kind="danger" busy={deleting.isPending} onPress={() => deleting.mutate()}>
          {t('queue.view.delete.go')}
        </Button>
      </div>
    </Dialog>
  )
}
