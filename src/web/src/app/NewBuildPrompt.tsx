import { newBuild } from '../lib/chunk'
import { t } from '../lib/i18n'
import { keepAll } from '../lib/leaving'
import { Button } from '../ui/Button'

/** Once, above every page: what is open goes on meanwhile, and what is written is kept before it is loaded anew. */
export function NewBuildPrompt() {
  const asks = newBuild.use()
  return (
    <div role="alert">
      {asks && (
        <div className="banner">
          {t('newBuild')} <Button onPress={() => void keepAll().then(() => window.location.reload())}>{t('newBuild.load')}</Button>
        </div>
      )}
    </div>
  )
}
