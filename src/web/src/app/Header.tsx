import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { paletteOpen, useHasCommands } from '../lib/commands'
import { wordsOf } from '../lib/faults'
import { currentLanguage, speak, t, type Language } from '../lib/i18n'
import { rememberLanguage } from '../lib/preferences'
import { unreadQuery } from '../Notifications/notifications'
import { changeMe, meQuery } from '../People/me'
import { isStaff, signOut, type Session } from '../SignIn/session'
import { placeQuery } from '../Tenants/place'
import { Icon } from '../ui/Icon'
import { toast } from '../ui/toast'

export function Header({ session }: { session: Session | undefined }) {
  const place = useQuery(placeQuery)
  return (
    <header className="header">
      <Link className="header-place" to="/">
        {place.data?.logo ? (
          <img className="header-logo" src={place.data.logo.address} alt={place.data.logo.alt} width={place.data.logo.width} height={place.data.logo.height} />
        ) : (
          <>
            <span className="header-mark" aria-hidden="true" />
            {place.data?.name}
          </>
        )}
      </Link>
      <div className="header-end">
        {isStaff(session) && <WorkLinks />}
        {isStaff(session) && place.data?.host !== 'console' && <Unread />}
        <PaletteButton />
        <LanguageButton account={session?.account != null} />
        {session?.account ? <AccountLinks name={session.account.name} /> : null}
      </div>
    </header>
  )
}

function WorkLinks() {
  return (
    <nav aria-label={t('nav')} className="row">
      <Link className="header-link" to="/work" search={{}} activeOptions={{ exact: true, includeSearch: false }}>
        {t('nav.queue')}
      </Link>
      <Link className="header-link" to="/work/search" search={{}} activeOptions={{ includeSearch: false }}>
        <Icon name="search" />
        <span className="header-word">{t('nav.search')}</span>
      </Link>
    </nav>
  )
}

/** Where there are commands, there is a button for them. */
function PaletteButton() {
  if (!useHasCommands()) return null
  return (
    <button type="button" className="header-link" onClick={() => paletteOpen.set(true)} aria-keyshortcuts="Control+K Meta+K">
      <Icon name="menu" />
      <span className="header-word">{t('palette.open')}</span>
    </button>
  )
}

function Unread() {
  const unread = useQuery(unreadQuery)
  const count = unread.data ?? 0
  return (
    <Link className="header-link" to="/work/notifications" search={{}} activeOptions={{ includeSearch: false }} aria-label={t('nav.notifications', { count })}>
      <Icon name="bell" />
      {count > 0 && <span className="badge badge-danger">{count > 99 ? '99+' : String(count)}</span>}
    </Link>
  )
}

/** Whoever is signed in takes the language along: to other devices, and to what is sent by mail. */
function LanguageButton({ account }: { account: boolean }) {
  const client = useQueryClient()
  const other = currentLanguage() === 'de' ? 'en' : 'de'
  const keep = (language: Language) =>
    changeMe({ language }).then(
      (me) => client.setQueryData(meQuery.queryKey, me),
      (error: unknown) => toast(wordsOf(error)),
    )
  return (
    <button
      type="button"
      className="header-link"
      lang={other}
      onClick={() => {
        rememberLanguage(other)
        if (account) void keep(other)
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
        <span className="header-word">{name}</span>
      </Link>
      <button type="button" className="header-link" onClick={() => void out()}>
        <Icon name="out" />
        <span className="header-word">{t('account.out')}</span>
      </button>
    </>
  )
}
