import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { paletteOpen, useHasCommands } from '../lib/commands'
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
        <span className="header-mark" aria-hidden="true" />
        {place.data?.name}
      </a>
      <div className="header-end">
        {isStaff(session) && <WorkLinks />}
        {isStaff(session) && place.data?.kind === 'portal' && <Unread />}
        <PaletteButton />
        <LanguageButton />
        {session?.account ? <AccountMenu name={session.account.name} /> : null}
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
    <AriaButton className="header-link" onPress={() => paletteOpen.set(true)} aria-keyshortcuts="Control+K Meta+K">
      <Icon name="menu" />
      <span className="header-word">{t('palette.open')}</span>
    </AriaButton>
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

function LanguageButton() {
  const other = currentLanguage() === 'de' ? 'en' : 'de'
  return (
    <AriaButton
      className="header-link"
      onPress={() => {
        rememberLanguage(other)
        void speak(other)
      }}
    >
      <span lang={other}>{other === 'de' ? 'Deutsch' : 'English'}</span>
    </AriaButton>
  )
}

function AccountMenu({ name }: { name: string }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const act = async (key: React.Key) => {
    if (key === 'account') await navigate({ to: '/account' })
    else if (key === 'sessions') await navigate({ to: '/account/sessions' })
    else {
      await signOut(client)
      await navigate({ to: '/sign-in' })
    }
  }
  return (
    <MenuTrigger>
      <AriaButton className="header-link">
        <Icon name="person" />
        <span className="header-word">{name}</span>
        <Icon name="down" />
      </AriaButton>
      <Popover className="menu" placement="bottom end">
        <Menu aria-label={t('account')} onAction={(key) => void act(key)}>
          <MenuItem id="account" className="menu-item">
            {t('account')}
          </MenuItem>
          <MenuItem id="sessions" className="menu-item">
            {t('account.sessions')}
          </MenuItem>
          <MenuItem id="out" className="menu-item">
            {t('account.out')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
