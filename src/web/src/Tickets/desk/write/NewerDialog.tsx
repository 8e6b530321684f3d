import { t } from '../../../lib/i18n'
import { relative } from '../../../lib/format'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Said } from '../../Said'
import type { Comment } from '../../ticket'

interface NewerDialogProps {
  newer: Comment[] | null
  onBack: () => void
  onSend: () => void
}

/** Somebody wrote while this answer was written: read first, then decide. Neither Enter nor Esc sends. */
export function NewerDialog({ newer, onBack, onSend }: NewerDialogProps) {
  return (
    <Dialog title={t('newer.title')} open={newer !== null} onClose={onBack} wide>
      <p>{t('newer.text')}</p>
      {newer?.map((comment) => (
        <article key={comment.id} className="message">
          <p className="muted small">{relative(comment.created_at)}</p>
          <Said comment={comment} />
        </article>
      ))}
      <div className="row">
        <Button kind="primary" autoFocus onPress={onBack}>
          {t('newer.change')}
        </Button>
        <Button onPress={onSend}>{t('newer.send')}</Button>
      </div>
    </Dialog>
  )
}
