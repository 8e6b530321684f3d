import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { currentLanguage, speak, t } from '../lib/i18n'
import { rememberLanguage } from '../lib/preferences'
import { unreadQuery } from '../Notifications/notifications'
import { isStaff, signOut, type Session } from '../SignIn/session'
import { placeQuery } from '../Tenants/place'
import { Icon } from '../ui/Icon'

export function Header({ session }: { session: Session | undefined }) {
  const place = useQuery(placeQuery)
  return (
    <header className="header">
      <a className="header-place" href="/">
        {place.data?.logo ? (
          <img className="header-logo" src={place.data.logo.address} alt={place.data.logo.alt} width={place.data.logo.width} height={place.data.logo.height} />
        ) : (
          <>
            <span className="header-mark" aria-hidden="true" />
            {place.data?.name}
          </>
        )}
      </a>
      <div className="header-end">
        {isStaff(session) && <WorkLinks />}
        {session?.account && <Unread staff={isStaff(session)} />}
        <LanguageButton />
        {session?.account ? <AccountLinks name={session.account.name} /> : null}
      </div>
    </header>
  )
}

function WorkLinks() {
  return (
    <nav aria-label={t('nav')} className="row">
      <Link className="header-link" to="/work">
        {t('nav.queue')}
      </Link>
      <Link className="header-link" to="/work/search">
        <Icon name="search" />
        {t('nav.search')}
      </Link>
    </nav>
  )
}

function Unread({ staff }: { staff: boolean }) {
  const unread = useQuery({ ...unreadQuery, enabled: staff })
  if (!staff) return null
  const count = unread.data ?? 0
  return (
    <Link className="header-link" to="/work/notifications" aria-label={t('nav.notifications', { count })}>
      <Icon name="bell" />
      {count > 0 && <span className="badge badge-danger">{count > 99 ? '99+' : String(count)}</span>}
    </Link>
  )
}

function LanguageButton() {
  const other = currentLanguage() === 'de' ? 'en' : 'de'
  return (
    <button
      type="button"
      className="header-link"
      lang={other}
      onClick={() => {
        rememberLanguage(other)
        void speak(other)
      }}
    >
      {other === 'de' ? 'Deutsch' : 'English'}
    </button>
  )
}

function AccountLinks({ name }: { name: string }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const out = async () => {
    await signOut(client)
    await navigate({ to: '/sign-in' })
  }
  return (
    <>
      <Link className="header-link" to="/account">
        <Icon name="person" />
        <span className="header-name">{name}</span>
      </Link>
      <button type="button" className="header-link" onClick={() => void out()}>
        <Icon name="out" />
        <span className="header-name">{t('account.out')}</span>
      </button>
    </>
  )
}
