import { answerOf, api, type Schemas } from '../api/client'
import { makePasskey } from '../SignIn/webauthn'

export type Passkey = Schemas['PasskeyResponse']

export const passkeysQuery = { queryKey: ['passkeys'], queryFn: () => answerOf(api.GET('/api/v1/auth/passkeys')) }

/** Null: the person left the browser's question, and nothing was made. */
export async function addPasskey(name: string, password: string): Promise<Passkey | null> {
  const { options, state } = await answerOf(api.POST('/api/v1/auth/passkeys/begin', { body: { password } }))
  const credential = await makePasskey(options)
  return credential === null ? null : answerOf(api.POST('/api/v1/auth/passkeys', { body: { credential, state, name } }))
}

export const renamePasskey = (id: string, name: string) =>
  answerOf(api.PATCH('/api/v1/auth/passkeys/{id}', { params: { path: { id } }, body: { name } }))

export const removePasskey = (id: string, password: string) =>
  answerOf(api.POST('/api/v1/auth/passkeys/{id}/remove', { params: { path: { id } }, body: { password } }))
