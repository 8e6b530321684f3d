import { t } from '../../lib/i18n'
import { Page } from '../../ui/Page'

export function TicketPage() {
  return <Page title={t('nav.queue')}>{null}</Page>
}

export function DeskTicketPage() {
  return <TicketPage />
}
