import type { LiteLLMErrorKind } from './error-kind.ts'

const kindOfCode: readonly (readonly [RegExp, LiteLLMErrorKind])[] = [
  [/^ECONNREFUSED$/, 'conn_refused'],
  [/^(ENOTFOUND|EAI_)/, 'dns'],
  // undici's codes for a proxy that does not open a tunnel, or asks for a password (407).
  [/^UND_ERR_(PRX|ABORTED|INVALID_ARG)/, 'proxy'],
  [/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS_|ERR_SSL_|EPROTO|CRL_|INVALID_CA)/, 'tls'],
  [/^(HOSTNAME_MISMATCH|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$/, 'tls'],
  [/^(ETIMEDOUT|UND_ERR_.*TIMEOUT)$/, 'timeout'],
  [/^(HPE_|UND_ERR_HEADERS_OVERFLOW)/, 'protocol'],
]

/** Finds by the system's code why a connection failed. Nothing else of the foreign error is kept. */
export function connectionFailure(error: unknown): { kind: LiteLLMErrorKind; code?: string } {
  const code = codeOf(error)
  if (code === undefined) return { kind: 'network' }
  const kind = kindOfCode.find(([pattern]) => pattern.test(code))?.[1]
  return { kind: kind ?? 'network', code }
}

/** ky and fetch wrap the system's error, each in one of their own. */
function codeOf(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > 4) return undefined
  if (
    'code' in error &&
    typeof error.code === 'string' &&
    /^[A-Z][A-Z0-9_]{1,60}$/.test(error.code)
  ) {
    return error.code
  }
  // undici's parser has a code for some of its errors only.
  if (error instanceof Error && error.name === 'HTTPParserError') return 'HPE_INVALID'
  return 'cause' in error ? codeOf(error.cause, depth + 1) : undefined
}
