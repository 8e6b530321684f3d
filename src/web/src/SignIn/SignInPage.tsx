import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../lib/i18n'
import { placeQuery } from '../Tenants/place'
import { Page } from '../ui/Page'
import { isStaff, sessionQuery, type Session } from './session'
import { DemoAccounts } from './DemoAccounts'
import { SignInForm } from './SignInForm'

const route = getRouteApi('/open/sign-in')

export function SignInPage() {
  const router = useRouter()
  const { next } = route.useSearch()
  const place = useQuery(placeQuery)
  const session = useQuery(sessionQuery)
  const [faulty, setFaulty] = useState(false)
  const go = (signedIn: Session) => {
    const to = signedIn.must_enrol_second_factor ? '/account/second-factor' : (next ?? (isStaff(signedIn) ? '/work' : '/'))
    router.history.push(to)
  }
  return (
    <Page title={t('signIn.title')} faulty={faulty ? t('form.error') : null}>
      <p className="muted">{t('signIn.where', { place: place.data?.name ?? '', host: window.location.host })}</p>
      <div className="card">
        <SignInForm onSignedIn={go} onFaults={setFaulty} />
      </div>
      <DemoAccounts onSignedIn={go} />
      <div className="row">
        <Link className="button button-quiet" to="/reset">
          {t('signIn.forgotten')}
        </Link>
        {session.data && session.data.registration !== 'closed' && (
          <Link className="button button-quiet" to="/register">
            {t('signIn.register')}
          </Link>
        )}
      </div>
    </Page>
  )
}
