import type { Problem } from '@podium/contracts'

export type FailureKind =
  /** A token is needed, or the one there is has ended. */
  | 'sign-in'
  /** The answer says what is wrong. */
  | 'refused'
  /** No answer in time. */
  | 'timeout'
  /** No answer at all. */
  | 'unreachable'

/** Why an answer could not be had. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly kind: FailureKind
  /** `null` where nothing answered. */
  readonly status: number | null
  /** The parameter at fault, where the answer names one. */
  readonly parameter: string | null

  constructor(
    kind: FailureKind,
    message: string,
    about: { status?: number; parameter?: string } = {},
  ) {
    super(message)
    this.kind = kind
    this.status = about.status ?? null
    this.parameter = about.parameter ?? null
  }
}

export type QueryValue = string | number | readonly string[] | undefined
export type Query = Readonly<Record<string, QueryValue>>

export type RequestOptions = {
  method?: 'GET' | 'POST' | 'DELETE'
  query?: Query
  body?: unknown
  signal?: AbortSignal
}

export type Request = <T>(path: string, options?: RequestOptions) => Promise<T>

/** JSON from our own server. The browser keeps ETags by itself: an unchanged answer costs headers only. */
export function createRequest(base = '', timeoutMs = 15_000): Request {
  return async <T>(path: string, options: RequestOptions = {}) => {
    const { method = 'GET', query = {}, body, signal } = options
    const timeout = AbortSignal.timeout(timeoutMs)
    const sent = await fetch(`${base}${path}${searchOf(query)}`, {
      method,
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      headers: {
        accept: 'application/json',
        // A page of another origin cannot set it without being asked first.
        ...(method !== 'GET' && { 'x-podium': '1' }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      if (signal?.aborted === true) throw cause
      if (timeout.aborted) throw new RequestError('timeout', 'Podium did not answer in time')
      throw new RequestError('unreachable', 'Podium could not be reached')
    })
    if (!sent.ok) throw await failureOf(sent)
    const answer: unknown = sent.status === 204 ? undefined : await sent.json()
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own server holds to the contract, and zod does not fit into the first bundle
    return answer as T
  }
}

export function searchOf(query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) search.append(name, String(one))
  return search.size === 0 ? '' : `?${search.toString()}`
}

async function failureOf(answer: Response): Promise<RequestError> {
  const { status } = answer
  const problem = await readProblem(answer)
  return new RequestError(
    status === 401 ? 'sign-in' : 'refused',
    problem.detail ?? `Podium answered ${status}`,
    { status, ...(problem.parameter !== undefined && { parameter: problem.parameter }) },
  )
}

/** A proxy in between answers with a page of its own, so nothing is certain here. */
async function readProblem(answer: Response): Promise<Partial<Problem>> {
  if (answer.headers.get('content-type')?.includes('problem+json') !== true) return {}
  const body: unknown = await answer.json()
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the media type says so
  return body as Partial<Problem>
}
