import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { readOwnPreferences } from '../lib/ownPreferences'
import { t } from '../lib/i18n'
import { mayNotify } from '../lib/pushDevice'
import { followEvents } from '../Live/stream'
import { OfflineBanner } from '../Live/OfflineBanner'
import { sessionQuery } from '../SignIn/session'
import { Footer } from './Footer'
import { Header } from './Header'
import { NewBuildPrompt } from './NewBuildPrompt'

// Most people have no use for it, so it is not part of what everybody loads.
const renewDevice = (account: string) => import('../Notifications/push').then((push) => push.renew(account)).catch(() => undefined)

export function RootLayout() {
  const client = useQueryClient()
  const session = useQuery(sessionQuery)
  const account = session.data?.account?.id
  useEffect(() => (account === undefined ? undefined : followEvents(client)), [client, account])
  useEffect(() => {
    if (account !== undefined && mayNotify()) void renewDevice(account)
  }, [account])
  const known = session.data !== undefined
  useEffect(() => {
    if (known) void readOwnPreferences(account ?? null)
  }, [known, account])
  return (
    <>
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          document.querySelector<HTMLElement>('main h1')?.focus()
        }}
      >
        {t('skip')}
      </a>
      <Header session={session.data} />
      <OfflineBanner />
      <NewBuildPrompt />
      <Outlet />
      <Footer />
    </>
  )
}
