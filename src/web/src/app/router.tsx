import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { readAddress, writeAddress } from '../lib/address'
import { needTexts } from '../lib/i18n'
import { readWordSearch, type WordSearch } from '../Search/search'
import { isStaff, sessionQuery, type Session } from '../SignIn/session'
import { listQuery, readListSearch, type ListSearch } from '../Tickets/list'
import { standardView } from '../Tickets/queue/views'
import { readBellSearch, type BellSearch } from '../Notifications/notifications'
import { placeQuery } from '../Tenants/place'
import { expectPage } from '../ui/Page'
import { ErrorPage, NotFoundPage } from '../Problems/ErrorPage'
import { lazyPage } from './lazyPage'
import { RootLayout } from './RootLayout'

interface Context {
  client: QueryClient
}

const root = createRootRouteWithContext<Context>()({
  component: RootLayout,
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundPage,
})

async function sessionOf(context: Context): Promise<Session> {
  return context.client.ensureQueryData(sessionQuery)
}

/** Whoever is not signed in does that first and comes back to where they wanted to go. */
async function signedIn(context: Context, href: string): Promise<Session> {
  const session = await sessionOf(context)
  if (!session.authenticated) throw redirect({ to: '/sign-in', search: { next: href } })
  if (session.must_enrol_second_factor && !href.startsWith('/account')) throw redirect({ to: '/account/second-factor' })
  return session
}

async function staff(context: Context, href: string): Promise<void> {
  if (!isStaff(await signedIn(context, href))) throw redirect({ to: '/' })
}

const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  beforeLoad: () => needTexts('portal'),
})

/** Pages for whoever is signed in. */
const own = createRoute({
  getParentRoute: () => root,
  id: 'own',
  beforeLoad: async ({ context, location }) => {
    await needTexts('portal')
    await signedIn(context, location.href)
  },
})

const work = createRoute({
  getParentRoute: () => root,
  id: 'work',
  beforeLoad: async ({ context, location }) => {
    await needTexts('work')
    await staff(context, location.href)
  },
  component: lazyPage(() => import('./WorkLayout'), 'WorkLayout'),
})

export interface TokenSearch {
  token?: string
}

const readToken = (search: Record<string, unknown>): TokenSearch => (typeof search['token'] === 'string' ? { token: search['token'] } : {})

const home = createRoute({
  getParentRoute: () => own,
  path: '/',
  beforeLoad: async ({ context }) => {
    const place = await context.client.ensureQueryData(placeQuery)
    if (place.host !== 'portal' || isStaff(await sessionOf(context))) throw redirect({ to: '/work' })
  },
  component: lazyPage(() => import('../Tickets/portal/HomePage'), 'HomePage'),
})

const supportPortal = createRoute({
  getParentRoute: () => root,
  path: '/support-portal',
  beforeLoad: () => {
    throw redirect({ to: '/' })
  },
})

const signIn = createRoute({
  getParentRoute: () => open,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search['next'] === 'string' && /^\/(?!\/)/.test(search['next']) ? { next: search['next'] } : {},
  component: lazyPage(() => import('../SignIn/SignInPage'), 'SignInPage'),
})

// Where mails lead that ask for no act.
const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  beforeLoad: () => {
    throw redirect({ to: '/sign-in' })
  },
})

const register = createRoute({
  getParentRoute: () => open,
  path: '/register',
  component: lazyPage(() => import('../SignIn/RegisterPage'), 'RegisterPage'),
})

const join = createRoute({
  getParentRoute: () => open,
  path: '/join',
  validateSearch: (search: Record<string, unknown>): TokenSearch & { kind?: 'invitation' } => ({
    ...readToken(search),
    ...(search['kind'] === 'invitation' && { kind: 'invitation' as const }),
  }),
  component: lazyPage(() => import('../SignIn/JoinPage'), 'JoinPage'),
})

const reset = createRoute({
  getParentRoute: () => open,
  path: '/reset',
  validateSearch: readToken,
  component: lazyPage(() => import('../SignIn/ResetPage'), 'ResetPage'),
})

const rating = createRoute({
  getParentRoute: () => open,
  path: '/rating/$token',
  component: lazyPage(() => import('../Tickets/portal/RatingPage'), 'RatingPage'),
})

const textPages = (
  [
    ['/accessibility', 'accessibility'],
    ['/privacy', 'privacy'],
    ['/imprint', 'imprint'],
    ['/easy-language', 'easy_language'],
    ['/sign-language', 'sign_language'],
  ] as const
).map(([path, text]) =>
  createRoute({
    getParentRoute: () => open,
    path,
    component: lazyPage(
      async () => ({ [text]: await import('../Tenants/TextPage').then(({ TextPage }) => () => <TextPage text={text} />) }),
      text,
    ),
  }),
)

const feedback = createRoute({
  getParentRoute: () => open,
  path: '/accessibility/feedback',
  component: lazyPage(() => import('../Tenants/FeedbackPage'), 'FeedbackPage'),
})

const newTicket = createRoute({
  getParentRoute: () => own,
  path: '/tickets/new',
  component: lazyPage(() => import('../Tickets/portal/NewTicketPage'), 'NewTicketPage'),
})

const tickets = createRoute({
  getParentRoute: () => own,
  path: '/tickets',
  validateSearch: (search: Record<string, unknown>): { show?: 'closed' } => (search['show'] === 'closed' ? { show: 'closed' } : {}),
  component: lazyPage(() => import('../Tickets/portal/TicketsPage'), 'TicketsPage'),
})

const ticket = createRoute({
  getParentRoute: () => own,
  path: '/tickets/$number',
  // Mails name one address; staff see the same ticket where they work on it.
  beforeLoad: async ({ context, params }) => {
    if (isStaff(await sessionOf(context))) throw redirect({ to: '/work/tickets/$number', params })
  },
  component: lazyPage(() => import('../Tickets/portal/TicketPage'), 'TicketPage'),
})

const account = createRoute({
  getParentRoute: () => own,
  path: '/account',
  component: lazyPage(() => import('../People/AccountPage'), 'AccountPage'),
})

const sessions = createRoute({
  getParentRoute: () => own,
  path: '/account/sessions',
  component: lazyPage(() => import('../People/SessionsPage'), 'SessionsPage'),
})

const secondFactor = createRoute({
  getParentRoute: () => own,
  path: '/account/second-factor',
  component: lazyPage(() => import('../People/SecondFactorPage'), 'SecondFactorPage'),
})

const passkeys = createRoute({
  getParentRoute: () => own,
  path: '/account/passkeys',
  component: lazyPage(() => import('../People/PasskeysPage'), 'PasskeysPage'),
})

const accountNotifications = createRoute({
  getParentRoute: () => own,
  path: '/account/notifications',
  component: lazyPage(() => import('../People/NotificationSettingsPage'), 'NotificationSettingsPage'),
})

const queue = createRoute({
  getParentRoute: () => work,
  path: '/work',
  validateSearch: (search: Record<string, unknown>): ListSearch => readListSearch(search),
  // Without a word about what is meant it is the work that is to be done.
  beforeLoad: ({ search }) => {
    if (Object.keys(search).length === 0) throw redirect({ to: '/work', search: standardView, replace: true })
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.client.prefetchInfiniteQuery(listQuery(deps)),
  component: lazyPage(() => import('../Tickets/queue/QueuePage'), 'QueuePage'),
})

const workTicket = createRoute({
  getParentRoute: () => work,
  path: '/work/tickets/$number',
  component: lazyPage(() => import('../Tickets/desk/TicketPage'), 'TicketPage'),
})

const deskTicket = createRoute({
  getParentRoute: () => work,
  path: '/t/$slug/tickets/$number',
  component: lazyPage(() => import('../Tickets/desk/TicketPage'), 'DeskTicketPage'),
})

const workNew = createRoute({
  getParentRoute: () => work,
  path: '/work/new',
  component: lazyPage(() => import('../Tickets/desk/NewTicketPage'), 'NewTicketPage'),
})

const workSearch = createRoute({
  getParentRoute: () => work,
  path: '/work/search',
  validateSearch: (search: Record<string, unknown>): WordSearch => readWordSearch(search),
  component: lazyPage(() => import('../Search/SearchPage'), 'SearchPage'),
})

const workNotifications = createRoute({
  getParentRoute: () => work,
  path: '/work/notifications',
  validateSearch: (search: Record<string, unknown>): BellSearch => readBellSearch(search),
  component: lazyPage(() => import('../Notifications/NotificationsPage'), 'NotificationsPage'),
})

const tree = root.addChildren([
  supportPortal,
  login,
  open.addChildren([signIn, register, join, reset, rating, feedback, ...textPages]),
  own.addChildren([home, newTicket, tickets, ticket, account, sessions, secondFactor, passkeys, accountNotifications]),
  work.addChildren([queue, workTicket, deskTicket, workNew, workSearch, workNotifications]),
])

export function newRouter(client: QueryClient) {
  const router = createRouter({
    routeTree: tree,
    context: { client },
    parseSearch: readAddress,
    stringifySearch: writeAddress,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
  })
  // A new filter is the same page: only another path moves the focus.
  router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
    if (pathChanged && fromLocation !== undefined) expectPage()
  })
  return router
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>
  }
}
