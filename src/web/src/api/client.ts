import createClient from 'openapi-fetch'
import { currentLanguage } from '../lib/i18n'
import { Problem, Unreachable, type ProblemBody } from './problem'
import type { components, paths } from './schema'

export type Schemas = components['schemas']

/** A request that is answered 401 waits for this: whether somebody signed in again, over the page. */
type AskToSignIn = () => Promise<boolean>

let antiForgery: string | null = null
let askToSignIn: AskToSignIn | null = null

export function setAntiForgery(token: string | null): void {
  antiForgery = token
}

let lost: (() => void) | null = null

/** Whoever watches the connection hears that a request did not arrive. */
export function onUnreachable(hear: (() => void) | null): void {
  lost = hear
}

export function onSessionEnd(ask: AskToSignIn | null): void {
  askToSignIn = ask
}

const inPath = /^\/api\/v1\/(?:drafts|tickets|attachments|upload-sessions|uploads|categories|queues|teams|users|sla|reports|search|notifications|text-modules)\b/

function addressed(url: string, tenant: string | null): string {
  if (tenant === null) return url
  const address = new URL(url)
  if (inPath.test(address.pathname)) address.pathname = address.pathname.replace('/api/v1/', `/api/v1/tenants/${tenant}/`)
  return address.href
}

async function once(request: Request, tenant: string | null): Promise<Response> {
  const headers = new Headers(request.headers)
  headers.set('Accept-Language', currentLanguage())
  if (!['GET', 'HEAD'].includes(request.method) && antiForgery !== null) headers.set('X-Anti-Forgery', antiForgery)
  const body = ['GET', 'HEAD'].includes(request.method) ? null : await request.clone().arrayBuffer()
  try {
    return await fetch(addressed(request.url, tenant), {
      method: request.method,
      headers,
      body: body === null || body.byteLength === 0 ? null : body,
      signal: request.signal,
      // What is written as the page goes away still arrives.
      keepalive: request.keepalive,
      credentials: 'same-origin',
    })
  } catch (error) {
    if (request.signal.aborted) throw error
    lost?.()
    throw new Unreachable(error)
  }
}

const signingIn = /\/api\/v1\/auth\/(?:login|status|logout|register|password\/reset|invitations|passkeys\/sign-in)/

async function send(request: Request, tenant: string | null): Promise<Response> {
  const answer = await once(request, tenant)
  if (answer.status !== 401 || askToSignIn === null || signingIn.test(request.url)) return answer
  // The same request, with the same operation id, once somebody is signed in again.
  return (await askToSignIn()) ? once(request, tenant) : answer
}

const clientFor = (tenant: string | null) =>
  createClient<paths>({ baseUrl: globalThis.location?.origin ?? 'http://localhost', fetch: (request) => send(request, tenant) })

export const api = clientFor(null)
export type Api = typeof api

const clients = new Map<string, Api>()

/**
 * At the desk a page of one municipality's ticket asks in its name: its slug goes into the path. Each client belongs to one of them for
 * good, so that a call that is still under way when somebody leaves the page goes where it was meant to go.
 */
export function apiFor(tenant: string | null): Api {
  if (tenant === null) return api
  const known = clients.get(tenant)
  if (known !== undefined) return known
  const made = clientFor(tenant)
  clients.set(tenant, made)
  return made
}

/**
 * While the page goes away nothing can be waited for any more: it leaves within the call, and arrives although nobody is here for its answer.
 */
export async function sendAtOnce<T>(method: 'PUT', path: string, version: number, body: unknown, tenant: string | null) {
  const response = await fetch(addressed(globalThis.location.origin + path, tenant), {
    method,
    headers: {
      'Content-Type': 'application/json',
      'Accept-Language': currentLanguage(),
      'If-Match': `"${version}"`,
      ...(antiForgery !== null && { 'X-Anti-Forgery': antiForgery }),
    },
    body: JSON.stringify(body),
    keepalive: true,
    credentials: 'same-origin',
  }).catch((error: unknown) => {
    throw new Unreachable(error)
  })
  const read = (await response.json().catch(() => undefined)) as unknown
  return response.ok ? { data: read as T, response } : { error: read, response }
}

/** The answer, or a {@link Problem}. */
export async function answerOf<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asked
  if (response.ok) return data as T
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  throw new Problem(bodyOf(error, response), Number.isNaN(seconds) ? null : seconds)
}

function bodyOf(error: unknown, response: Response): ProblemBody {
  if (typeof error === 'object' && error !== null && 'code' in error) return error as ProblemBody
  return { status: response.status, code: 'unknown', title: response.statusText, detail: response.statusText }
}

/** One act of a person: a retry carries the same id, and the server answers it as it answered the first. */
export function newOperation(): string {
  return crypto.randomUUID()
}
