import { answerOf, api as ownApi, newOperation, type Api, type Schemas } from '../api/client'
import { isProblem, Unreachable } from '../api/problem'

// So that a cut connection costs one piece, and the bar moves.
const piece = 2_000_000
const mostTries = 6

type Session = Schemas['UploadSessionResponse']

/** What is known of a file on its way, so that a second try goes on instead of beginning again. */
export interface Begun {
  operation: string
  session: string | null
}

export const notBegun = (): Begun => ({ operation: newOperation(), session: null })

/** Sends a file in pieces. After a cut it asks how much has arrived, and goes on from there. Answers the token that a ticket takes it by. */
export async function upload(
  file: File,
  begun: Begun,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
  api: Api = ownApi,
): Promise<string> {
  let session = await begin(file, begun, signal, api)
  onProgress(session.received)
  let tries = 0
  while (session.upload === null) {
    signal.throwIfAborted()
    try {
      session = await send(session, file, signal, api)
      tries = 0
      onProgress(session.received)
    } catch (error) {
      if (!(error instanceof Unreachable) || ++tries > mostTries) throw error
      session = await whatArrived(session, tries, signal, api)
    }
  }
  return session.upload.token
}

async function begin(file: File, begun: Begun, signal: AbortSignal, api: Api): Promise<Session> {
  if (begun.session !== null) {
    try {
      return await answerOf(api.GET('/api/v1/upload-sessions/{session}', { signal, params: { path: { session: begun.session } } }))
    } catch (error) {
      if (!isProblem(error) || error.status !== 404) throw error
      // Too long ago: what had arrived is gone.
      Object.assign(begun, notBegun())
    }
  }
  const session = await answerOf(
    api.POST('/api/v1/upload-sessions', {
      signal,
      params: { header: { 'Idempotency-Key': begun.operation } },
      body: { file_name: file.name.normalize('NFC'), size: file.size },
    }),
  )
  begun.session = session.id
  return session
}

function send(session: Session, file: File, signal: AbortSignal, api: Api): Promise<Session> {
  const from = session.received
  const to = Math.min(from + Math.min(Math.max(piece, session.least_part), session.most_part), file.size)
  return answerOf(
    api.PUT('/api/v1/upload-sessions/{session}/content', {
      signal,
      params: { path: { session: session.id }, header: { 'Content-Range': `bytes ${from}-${to - 1}/${file.size}` } },
      headers: { 'Content-Type': 'application/octet-stream' },
      // The document calls it a stream of text; what goes out are the file's own bytes.
      body: file.slice(from, to) as never,
      bodySerializer: (body: unknown) => body as Blob,
    }),
  )
}

async function whatArrived(session: Session, tries: number, signal: AbortSignal, api: Api): Promise<Session> {
  await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** tries))
  try {
    return await answerOf(api.GET('/api/v1/upload-sessions/{session}', { signal, params: { path: { session: session.id } } }))
  } catch (error) {
    if (error instanceof Unreachable) return session
    throw error
  }
}
