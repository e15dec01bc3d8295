import { decode, verifyWithJwks } from 'hono/jwt'
import { z } from 'zod'
import type { Groups, JwtConfig } from '../config/access.ts'
import { createJwks } from './jwks.ts'
import { roleOfGroups } from './role-of-groups.ts'
import type { Role } from './visitor.ts'

const allowedAlgorithms = [
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
] as const

/** A signed token must end, and its end is the end of what it opens. */
const Claims = z.looseObject({ exp: z.number() })
const Named = z.union([z.array(z.string()), z.string().transform((text) => text.split(/[\s,]+/))])

export type Signed = { role: Role | null; endsAt: number }
export type CheckJwt = (token: string) => Promise<Signed | null>

const parts = /^[\w-]+\.[\w-]+\.[\w-]+$/

export function looksSigned(token: string): boolean {
  return parts.test(token)
}

/** `null` is a token that nobody whom we trust has signed for us. */
export function createJwtCheck(config: JwtConfig, groups: Groups, now: () => number): CheckJwt {
  const keysFor = createJwks(config.jwksUrl, now)
  return async (token) => {
    try {
      const { kid } = decode(token).header
      if (kid === undefined) return null
      const payload = await verifyWithJwks(token, {
        keys: await keysFor(kid),
        allowedAlgorithms,
        verification: { iss: config.issuer, aud: config.audience, iat: false },
      })
      const { exp } = Claims.parse(payload)
      const names = Named.safeParse(claimAt(payload, config.claim))
      return { role: roleOfGroups(names.data ?? [], groups), endsAt: exp * 1000 }
    } catch {
      // Whatever is wrong with it, it opens nothing; why is nobody's business.
      return null
    }
  }
}

function claimAt(payload: unknown, path: string): unknown {
  let found = payload
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = Reflect.get(found, name)
  }
  return found
}
