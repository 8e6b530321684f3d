import { t } from '../lib/i18n'
import { Page } from '../ui/Page'

export function NotificationsPage() {
  return <Page title={t('nav.queue')}>{null}</Page>
}
