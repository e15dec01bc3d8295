import { proxyError } from '../gateway/answers.ts'
import type { Profile } from '../gateway/profile.ts'
import { hashSecret, abbreviateSecret } from '../world/identifiers.ts'
import type { Key, User, UserRole } from '../world/records.ts'
import { findKey } from '../world/world.ts'
import type { World } from '../world/world.ts'

export interface Caller {
  role: UserRole | 'no user'
  user: User | null
  /** Null for the master key, which has no row. */
  key: Key | null
  token: string
}

export type Authentication =
  | { ok: true; caller: Caller }
  | { ok: false; token: string; answer: Response }

const bareHeaders = ['API-Key', 'x-api-key', 'x-goog-api-key', 'Ocp-Apim-Subscription-Key']

/** Finds the caller, or the error answer of this release. */
export function authenticate(
  headers: Headers,
  { world, profile, nowMs }: { world: World; profile: Profile; nowMs: number },
): Authentication {
  const secret = readSecret(headers)
  const token = secret === '' ? '' : hashSecret(secret)
  const refuse = (answer: Response): Authentication => ({ ok: false, token, answer })
  const authError = (message: string) =>
    refuse(proxyError(profile, 401, { message, type: 'auth_error' }))

  if (secret === '') return authError('Authentication Error, No api key passed in.')
  if (secret === world.masterKey) {
    const user = world.users.get('default_user_id') ?? null
    return { ok: true, caller: { role: 'proxy_admin', user, key: null, token } }
  }
  if (!secret.startsWith('sk-')) {
    const prefix = profile.malformedKeyPrefix ? 'Authentication Error, ' : ''
    return authError(
      `${prefix}LiteLLM Virtual Key expected. Received=${maskMiddle(secret, profile)}, expected to start with 'sk-'.`,
    )
  }
  const key = findKey(world, token)
  if (key === undefined) {
    return refuse(refuseUnknown(profile, secret, token))
  }
  if (key.expiresAtMs !== null && key.expiresAtMs <= nowMs) {
    return refuse(refuseExpired(profile, key.expiresAtMs, nowMs, secret))
  }
  const user = key.userId === null ? null : (world.users.get(key.userId) ?? null)
  return { ok: true, caller: { role: user?.role ?? 'no user', user, key, token } }
}

/** First match wins; only two of the headers know the word Bearer. */
export function readSecret(headers: Headers): string {
  const own = headers.get('x-litellm-api-key')
  if (own !== null) return own.replace(/^bearer /i, '')
  const authorization = headers.get('authorization')
  if (authorization !== null) return authorization.replace(/^bearer /i, '')
  for (const name of bareHeaders) {
    const value = headers.get(name)
    if (value !== null) return value
  }
  return ''
}

function maskMiddle(secret: string, profile: Profile): string {
  if (profile.release < 80) return secret
  return `${secret.slice(0, 4)}****${secret.slice(-4)}`
}

function refuseUnknown(profile: Profile, secret: string, token: string): Response {
  const message = profile.unknownKeyTellsHash
    ? `Authentication Error, Invalid proxy server token passed. Received API Key = ${abbreviateSecret(secret)}, Key Hash (Token) =${token}. Unable to find token in cache or \`LiteLLM_VerificationTokenTable\``
    : 'Authentication Error, Invalid API key provided.'
  return proxyError(profile, 401, { message, type: 'token_not_found_in_db', param: 'key' })
}

/** Of a key that expired at `atMs`. */
export function refuseExpired(
  profile: Profile,
  atMs: number,
  nowMs: number,
  secret: string,
): Response {
  const text = (ms: number) => new Date(ms).toISOString().replace('T', ' ').replace('Z', '+00:00')
  return proxyError(profile, profile.expiredKeyStatus, {
    message: `Authentication Error, Authentication Error - Expired Key. Key Expiry time ${text(atMs)} and current time ${text(nowMs)}`,
    type: 'expired_key',
    param: profile.expiredKeyLeaksSecret ? secret : hashSecret(secret),
  })
}
