import type { AccessConfig } from '../config/access.ts'
import type { Credential } from './authorization.ts'
import { fingerprint, isSame } from './fingerprint.ts'
import { createGuesses } from './guesses.ts'
import { createJwtCheck, looksSigned } from './jwt.ts'
import type { Role, Way } from './visitor.ts'

/** `endsAt` is when a signed token ends; `waitMs` above 0 says that it was not even looked at. */
export type Verdict = { role: Role | null; via: Way; endsAt: number; waitMs: number }
export type Credentials = ReturnType<typeof createCredentials>

/** Judges what people show. Only a signed token makes it wait. */
export function createCredentials(config: AccessConfig, now: () => number) {
  const known = knownCredentials(config)
  const guesses = createGuesses(now)
  const checkJwt = config.jwt === null ? null : createJwtCheck(config.jwt, config.groups, now)
  const schemes = new Set<string>(known.map(({ scheme }) => scheme))
  if (checkJwt !== null) schemes.add('bearer')

  return {
    /** What nothing here could match is no guess: a proxy in front may have passwords of its own. */
    isPossible: ({ scheme }: Credential): boolean => schemes.has(scheme),
    judge: (credential: Credential, address: string): Verdict | Promise<Verdict> => {
      const { scheme, text } = credential
      const print = fingerprint(`${scheme} ${text}`)
      const name = print.toString('latin1', 0, 16)
      const verdict = (role: Role | null, via: Way, endsAt = Infinity): Verdict => {
        if (role === null) guesses.wrong(address)
        else guesses.right(address, name)
        return { role, via, endsAt, waitMs: 0 }
      }
      const waitMs = guesses.waitMs(address)
      if (waitMs > 0 && !guesses.isProven(address, name))
        return { role: null, via: 'token', endsAt: 0, waitMs }
      // Every one is compared, so that the time tells nothing.
      const [match] = known.filter((one) => isSame(one.print, print))
      if (match !== undefined) return verdict(match.role, match.via)
      if (checkJwt === null || scheme !== 'bearer' || !looksSigned(text))
        return verdict(null, 'token')
      return checkJwt(text).then((signed) =>
        // Who is known to the sign-in service but in none of our groups has not guessed.
        signed === null ? verdict(null, 'jwt') : { ...signed, via: 'jwt', waitMs: 0 },
      )
    },
    /** Changes with every credential: sessions that were opened with an old one end. */
    generation: fingerprint(known.map(({ print }) => print.toString('base64')).join()).toString(
      'base64',
    ),
  }
}

type Known = { scheme: Credential['scheme']; print: Buffer; role: Role; via: Way }

function knownCredentials({ viewerTokens, adminToken, users }: AccessConfig): Known[] {
  const one = (scheme: Credential['scheme'], text: string, role: Role): Known => ({
    scheme,
    print: fingerprint(`${scheme} ${text}`),
    role,
    via: scheme === 'basic' ? 'basic' : 'token',
  })
  return [
    ...viewerTokens.map((token) => one('bearer', token, 'viewer')),
    ...(adminToken === null ? [] : [one('bearer', adminToken, 'admin')]),
    ...users.map(({ name, secret, role }) => one('basic', `${name}:${secret}`, role)),
  ]
}
