import type { LiteLLMErrorKind } from './error-kind.ts'

const kindOfCode: readonly (readonly [RegExp, LiteLLMErrorKind])[] = [
  [/^ECONNREFUSED$/, 'conn_refused'],
  [/^(ENOTFOUND|EAI_)/, 'dns'],
  [/^(ERR_PROXY_|UND_ERR_PRX)/, 'proxy'],
  [/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS_|ERR_SSL_|EPROTO|CRL_|INVALID_CA)/, 'tls'],
  [/^(HOSTNAME_MISMATCH|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$/, 'tls'],
  [/^(ETIMEDOUT|UND_ERR_.*TIMEOUT)$/, 'timeout'],
  [/^(HPE_|UND_ERR_HEADERS_OVERFLOW)/, 'protocol'],
  [/^Z_BUF_ERROR$/, 'truncated'],
  [/^(Z_|ERR_BROTLI_|ERR_ZLIB_|ERR__ERROR_FORMAT|ERR_PADDING)/, 'corrupt'],
]

/** Tells by the system's code why a connection failed; of the foreign error nothing else is kept. */
export function connectionFailure(error: unknown): { kind: LiteLLMErrorKind; code?: string } {
  const code = codeOf(error)
  if (code === undefined) return { kind: 'network' }
  const kind = kindOfCode.find(([pattern]) => pattern.test(code))?.[1]
  return { kind: kind ?? 'network', code }
}

/** Fetch wraps the system's error once or twice, and names its parser's error only by its class. */
function codeOf(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > 4) return undefined
  if (
    'code' in error &&
    typeof error.code === 'string' &&
    /^[A-Z][A-Z0-9_]{1,60}$/.test(error.code)
  ) {
    return error.code
  }
  if (error instanceof Error && error.name === 'HTTPParserError') return 'HPE_INVALID'
  return 'cause' in error ? codeOf(error.cause, depth + 1) : undefined
}
