/** What is wrong with one member of a request. The pointer leads to it: "/subject". */
export interface FieldFault {
  pointer?: string
  parameter?: string
  code: string
  detail: string
}

export interface ProblemBody {
  status: number
  code: string
  title: string
  detail: string
  trace_id?: string
  errors?: FieldFault[]
  [member: string]: unknown
}

/** A refusal of the API: its words are in the reader's language and are shown as they are. */
export class Problem extends Error {
  readonly body: ProblemBody
  readonly retryAfter: number | null

  constructor(body: ProblemBody, retryAfter: number | null = null) {
    super(`${body.status} ${body.code}: ${body.detail}`)
    this.name = 'Problem'
    this.body = body
    this.retryAfter = retryAfter
  }

  get status(): number {
    return this.body.status
  }

  get code(): string {
    return this.body.code
  }
}

/** The server was not reached, or not in time: what became of a write is not known. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server was not reached.', { cause })
    this.name = 'Unreachable'
  }
}

/** The server has decided against it. After anything else nobody knows whether it was done: asked again, it is the same act. */
export function wasRefused(error: unknown): boolean {
  return error instanceof Problem && error.status < 500
}

export function isProblem(error: unknown, ...codes: string[]): error is Problem {
  return error instanceof Problem && (codes.length === 0 || codes.includes(error.code))
}
