import { errors, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Groups, JwtConfig } from '../config/access.ts'
import { causeOf } from '../terminal/describe-error.ts'
import type { WarnOnce } from '../terminal/warn-once-a-minute.ts'
import { roleOfGroups } from './role-of-groups.ts'
import { createSigningKeys } from './signing-keys.ts'
import type { Role } from './visitor.ts'

const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
]

const GroupNames = z.union([
  z.array(z.string()),
  z.string().transform((text) => text.split(/[\s,]+/)),
])

/** `endsAt` is the end of the token, and of every session that it opens. */
export type VerifiedToken = { role: Role | null; endsAt: number }
export type CheckJwt = (token: string) => Promise<VerifiedToken | null>

type Options = { config: JwtConfig; groups: Groups; now: () => number; warn: WarnOnce }

const jwtShape = /^[\w-]+\.[\w-]+\.[\w-]+$/

export function looksLikeJwt(token: string): boolean {
  return jwtShape.test(token)
}

/** Verifies tokens of the sign-in service; `null` is a token that the service did not sign for us. */
export function createJwtCheck({ config, groups, now, warn }: Options): CheckJwt {
  const { jwksUrl, issuer, audience, claim } = config
  const { host } = new URL(jwksUrl)
  const keyOf = createSigningKeys({
    url: jwksUrl,
    now,
    onFailure: (error) =>
      warn(
        'jwks',
        `The keys of the sign-in service at ${host} cannot be read (${causeOf(error)}): is JWT_JWKS_URL right?`,
      ),
  })
  return async (token) => {
    try {
      const currentDate = new Date(now())
      const options = { issuer, audience, algorithms, requiredClaims: ['exp'], currentDate }
      const { payload } = await jwtVerify(token, keyOf, options)
      const names = GroupNames.safeParse(claimAt(payload, claim))
      return {
        role: roleOfGroups(names.data ?? [], groups),
        // A second may have a fraction, a session's end may not.
        endsAt: Math.floor((payload.exp ?? 0) * 1000),
      }
    } catch (error) {
      const setting =
        error instanceof errors.JWTClaimValidationFailed ? settings.get(error.claim) : undefined
      // The signature was right, so the setting may be wrong.
      if (setting !== undefined)
        warn('jwt', `A token that ${host} signed was refused: it does not carry our ${setting}.`)
      return null
    }
  }
}

const settings = new Map([
  ['iss', 'JWT_ISSUER'],
  ['aud', 'JWT_AUDIENCE'],
])

/** Follows the dots of JWT_ROLE_CLAIM into the token. */
function claimAt(payload: unknown, path: string): unknown {
  let found = payload
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = Reflect.get(found, name)
  }
  return found
}
