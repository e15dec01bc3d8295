import type { Problem, StoreState } from '@podium/contracts'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { storeStateOf, type StoreError } from '../store/store-error.ts'
import { mostBodyBytes, mostHeaderBytes, mostUrlCharacters } from './limits.ts'

export type ProblemDetails = {
  status: ContentfulStatusCode
  title: string
  detail: string
  parameter?: string
  store?: StoreState
}

/** Thrown by whoever cannot answer a request; `onError` turns it into a problem document. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly details: ProblemDetails
  readonly headers: Readonly<Record<string, string>>
  constructor(details: ProblemDetails, headers: Readonly<Record<string, string>> = {}) {
    super(details.detail)
    this.details = details
    this.headers = headers
  }
}

export const problemHeaders = {
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
}

/** RFC 9457: the only shape in which this server refuses a request. */
export function answerProblem(
  c: Context,
  { details, headers }: Pick<ProblemError, 'details' | 'headers'>,
): Response {
  for (const [name, value] of Object.entries({ ...headers, ...problemHeaders }))
    c.header(name, value)
  return c.body(problemBody(details), details.status)
}

export function problemBody({ status, title, detail, parameter, store }: ProblemDetails): string {
  const body: Problem = {
    type: 'about:blank',
    title,
    status,
    detail,
    ...(parameter !== undefined && { parameter }),
    ...(store !== undefined && { store }),
  }
  return JSON.stringify(body)
}

export function badParameter(parameter: string, detail: string): ProblemDetails {
  return { status: 400, title: 'Bad request', detail, parameter: parameter.slice(0, 80) }
}

/** Nothing is kept that would answer, and the database cannot. */
export function storeAway(error: StoreError): ProblemError {
  return new ProblemError(
    {
      status: 503,
      title: 'Database away',
      detail: `${error.message} Try again in a few seconds.`,
      store: storeStateOf(error) ?? 'failed',
    },
    { 'retry-after': '5' },
  )
}

/** Everything that can go wrong with a request, besides its parameters. */
export const problems = {
  notUnderstood: {
    status: 400,
    title: 'Bad request',
    detail: 'This is not an HTTP request that the server understands.',
  },
  brokenOff: {
    status: 400,
    title: 'Bad request',
    detail: 'The body of the request broke off.',
  },
  noHost: {
    status: 400,
    title: 'Bad request',
    detail: 'The request must have a Host header.',
  },
  badAddress: {
    status: 400,
    title: 'Bad request',
    detail: 'The address of a request must begin with a slash.',
  },
  unauthorized: {
    status: 401,
    title: 'Unauthorized',
    detail: 'You need a token or a session to see this.',
  },
  wrongCredential: {
    status: 401,
    title: 'Unauthorized',
    detail: 'This server does not know that token or code.',
  },
  forbidden: {
    status: 403,
    title: 'Forbidden',
    detail: 'Only administrators may do this.',
  },
  forged: {
    status: 403,
    title: 'Forbidden',
    detail: 'A change must come from a page of this server, with the header `x-podium: 1`.',
  },
  notFound: {
    status: 404,
    title: 'Not found',
    detail: 'There is nothing at this address.',
  },
  notAcceptable: {
    status: 406,
    title: 'Not acceptable',
    detail: 'Accept-Encoding allows neither br nor gzip nor an uncompressed answer.',
  },
  tooSlow: {
    status: 408,
    title: 'Request timeout',
    detail: 'The request did not arrive in time.',
  },
  bodyTooLarge: {
    status: 413,
    title: 'Body too large',
    detail: `The body of a request may have at most ${mostBodyBytes} bytes.`,
  },
  addressTooLong: {
    status: 414,
    title: 'Address too long',
    detail: `An address may have at most ${mostUrlCharacters} characters.`,
  },
  wrongType: {
    status: 415,
    title: 'Unsupported media type',
    detail: 'The body must be application/json.',
  },
  misdirected: {
    status: 421,
    title: 'Misdirected request',
    detail:
      'This server does not answer under that name. Set PUBLIC_URL or ALLOWED_HOSTS if it should.',
  },
  tooManyGuesses: {
    status: 429,
    title: 'Too many wrong credentials',
    detail: 'Your address sent too many wrong credentials. Wait a moment, then try again.',
  },
  headersTooLarge: {
    status: 431,
    title: 'Headers too large',
    detail: `The address and the headers may have at most ${mostHeaderBytes} bytes.`,
  },
  internal: {
    status: 500,
    title: 'Internal error',
    detail: 'The server made a mistake. Its log has the details.',
  },
  busy: {
    status: 503,
    title: 'Too busy',
    detail: 'The server has too many requests at the moment. Try again in a few seconds.',
  },
  manyFiles: {
    status: 503,
    title: 'Too busy',
    detail: 'The server is sending as many files as it can at once. Try again in a few seconds.',
  },
  streamFull: {
    status: 503,
    title: 'Too many viewers',
    detail: 'The live stream takes no more viewers now. Poll instead, or try again in a moment.',
  },
} as const satisfies Record<string, ProblemDetails>
