import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../lib/i18n'
import { sessionQuery } from '../../SignIn/session'
import { placeQuery } from '../../Tenants/place'
import { Select } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { NewTicketForm } from './new/NewTicketForm'
import '../tickets.css'
import './desk.css'

/** For somebody who called or stands at the counter. At the desk it is said first whose ticket it becomes. */
export function NewTicketPage() {
  const session = useQuery(sessionQuery)
  const place = useQuery(placeQuery)
  const [tenant, setTenant] = useState('')
  const desk = place.data?.host === 'desk'
  const served = session.data?.tenants ?? []
  const name = served.find((each) => each.slug === tenant)?.name ?? null
  return (
    <Page title={t('compose.new.title')} of={name} width="wide">
      {desk && (
        <Select id="tenant" label={t('compose.new.tenant')} value={tenant} onChange={(event) => setTenant(event.target.value)}>
          <option value="">{t('compose.new.tenant.choose')}</option>
          {served.map((each) => (
            <option key={each.slug} value={each.slug}>
              {each.name}
            </option>
          ))}
        </Select>
      )}
      {/* Another municipality has other lists and other people: the form begins anew. */}
      {(!desk || tenant !== '') && <NewTicketForm key={tenant} tenant={desk ? tenant : null} tenantName={name} />}
    </Page>
  )
}
