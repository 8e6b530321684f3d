import { useQuery } from '@tanstack/react-query'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { keysOpen, paletteOpen, useCommands, type Command } from '../lib/commands'
import { t } from '../lib/i18n'
import { followKeys, keysOf } from '../lib/keys'
import { lazyPart } from '../lib/lazyPart'
import { useNews } from '../Notifications/useNews'
import { sessionQuery } from '../SignIn/session'
import { placeQuery } from '../Tenants/place'
import { toast } from '../ui/toast'
import './work.css'

const palettePart = () => import('./Palette')
const Palette = lazyPart(async () => (await palettePart()).Palette)
const KeysDialog = lazyPart(async () => (await import('./KeysDialog')).KeysDialog)

/** Around every page of the workspace: its keys, its commands, and what is new. */
export function WorkLayout() {
  const session = useQuery(sessionQuery)
  const account = session.data?.account?.id
  useEffect(() => {
    if (account !== undefined) keysOf(account)
  }, [account])
  useEffect(() => followKeys(toast, () => paletteOpen.set(true)), [])
  // Once the page has come to rest, so that the first letter that is typed after the key arrives.
  useEffect(() => whenIdle(() => void palettePart().catch(() => undefined)), [])
  useCommands(useWays())
  useNews()
  const palette = paletteOpen.use()
  const keys = keysOpen.use()
  return (
    <div className="work">
      <Outlet />
      {palette && <Palette />}
      {keys && <KeysDialog />}
    </div>
  )
}

function whenIdle(then: () => void): () => void {
  if (typeof window.requestIdleCallback !== 'function') return () => undefined
  const asked = window.requestIdleCallback(then, { timeout: 10_000 })
  return () => window.cancelIdleCallback(asked)
}

function useWays(): Command[] {
  const navigate = useNavigate()
  const atDesk = useQuery(placeQuery).data?.host === 'desk'
  const way = (id: string, label: string, run: () => unknown, shortcut?: string): Command => ({
    id: `go.${id}`,
    label,
    run: () => void run(),
    group: t('palette.pages'),
    leads: true,
    ...(shortcut && { shortcut }),
  })
  return [
    way('queue', t('palette.go.queue'), () => navigate({ to: '/work', search: {} }), 'q'),
    way('search', t('palette.go.search'), () => navigate({ to: '/work/search', search: {} }), 's'),
    ...(atDesk ? [] : [way('bell', t('palette.go.bell'), () => navigate({ to: '/work/notifications', search: {} }), 'b')]),
    way('new', t('palette.go.new'), () => navigate({ to: '/work/new' }), 'c'),
    way('account', t('palette.go.account'), () => navigate({ to: '/account' })),
    { id: 'keys', label: t('palette.keys'), run: () => keysOpen.set(true), group: t('palette.pages'), shortcut: '?', leads: true },
  ]
}
