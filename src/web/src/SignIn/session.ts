import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { answerOf, api, setAntiForgery, type Schemas } from '../api/client'
import { isProblem } from '../api/problem'
import { forgetAll, keepAll } from '../lib/leaving'
import { whileConnected } from '../lib/query'
import { leaveDevice } from '../lib/pushDevice'
import { shelved } from '../lib/shelf'
import { askForPasskey } from './webauthn'

export type Session = Schemas['StatusResponse']

const nobody: Session = {
  authenticated: false,
  registration: 'closed',
  account: null,
  role: null,
  abilities: [],
  tenants: [],
  anti_forgery_token: null,
  must_enrol_second_factor: false,
}

async function read(): Promise<Session> {
  try {
    const session = await answerOf(api.GET('/api/v1/auth/status'))
    setAntiForgery(session.anti_forgery_token)
    return session
  } catch (error) {
    // A cookie of a session that ended: the next sign-in replaces it.
    if (isProblem(error) && error.status === 401) return nobody
    throw error
  }
}

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: read, staleTime: 5 * 60_000, retry: whileConnected })

export function isStaff(session: Session | undefined): boolean {
  return session?.role != null && session.role !== 'customer'
}

/** With the cookie that no script can read. Afterwards everything that was read before is read anew. */
export async function signIn(client: QueryClient, email: string, password: string, code?: string): Promise<Session> {
  await answerOf(api.POST('/api/v1/auth/login', { body: { email, password, session: true, ...(code && { code }) } }))
  return client.fetchQuery({ ...sessionQuery, staleTime: 0 })
}

/** As with a password, and instead of the second factor, too: a passkey asks for who holds it. Null: none was chosen. */
export async function signInWithPasskey(client: QueryClient): Promise<Session | null> {
  const { options, state } = await answerOf(api.POST('/api/v1/auth/passkeys/sign-in/begin'))
  const credential = await askForPasskey(options)
  if (credential === null) return null
  await answerOf(api.POST('/api/v1/auth/passkeys/sign-in', { body: { credential, state, session: true } }))
  return client.fetchQuery({ ...sessionQuery, staleTime: 0 })
}

/** What was written is kept first; afterwards nothing of this person is left on the device. */
export async function signOut(client: QueryClient): Promise<void> {
  await keepAll()
  await answerOf(api.POST('/api/v1/auth/logout'))
  setAntiForgery(null)
  forgetAll()
  await shelved.clear()
  await leaveDevice()
  client.clear()
}
