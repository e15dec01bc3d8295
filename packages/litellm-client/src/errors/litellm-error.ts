import { type LiteLLMErrorKind, sentences } from './error-kind.ts'

/** Facts that are safe to show: none of them is taken from a body, a header or a URL's secrets. */
export interface LiteLLMErrorFacts {
  /** `host:port` of the gateway. */
  host?: string | undefined
  /** The path of the request, without its query. */
  route?: string | undefined
  status?: number | undefined
  retryAfterMs?: number | undefined
  /** The system's error code, such as `ECONNREFUSED`. */
  code?: string | undefined
  /** What exactly is wrong, in our own words. */
  detail?: string | undefined
}

/**
 * The one error of this package. It has no `cause`: a foreign error may contain the key, a URL's
 * userinfo or the gateway's text, and whoever prints an error prints its causes, too.
 */
export class LiteLLMError extends Error {
  override readonly name = 'LiteLLMError'
  readonly kind: LiteLLMErrorKind
  readonly host: string | undefined
  readonly route: string | undefined
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined
  readonly code: string | undefined
  readonly detail: string | undefined

  constructor(kind: LiteLLMErrorKind, facts: LiteLLMErrorFacts = {}) {
    super(describe(kind, facts))
    this.kind = kind
    this.host = facts.host
    this.route = facts.route
    this.status = facts.status
    this.retryAfterMs = facts.retryAfterMs
    this.code = facts.code
    this.detail = facts.detail
  }

  /** The same error with the host and the route where it happened. */
  at(host: string, route: string): LiteLLMError {
    const { kind, status, retryAfterMs, code, detail } = this
    return new LiteLLMError(kind, { host, route, status, retryAfterMs, code, detail })
  }
}

function describe(
  kind: LiteLLMErrorKind,
  { host, route, status, code, detail }: LiteLLMErrorFacts,
) {
  const place = host === undefined ? undefined : `${host}${route ?? ''}`
  const http = status === undefined ? undefined : `HTTP ${status}`
  const facts = [place, http, code].filter((fact) => fact !== undefined).join(', ')
  const tail = detail === undefined ? '' : `: ${detail}`
  return facts === '' ? `${sentences[kind]}${tail}` : `${sentences[kind]} (${facts})${tail}`
}

/** There is such a route, but not for this key. */
export function isNotForThisKey(error: unknown): boolean {
  return isOfKind(error, 'forbidden', 'viewer_refused')
}

export function isOfKind(error: unknown, ...kinds: LiteLLMErrorKind[]): error is LiteLLMError {
  return error instanceof LiteLLMError && kinds.includes(error.kind)
}
