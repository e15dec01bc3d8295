import type { AccessConfig } from '../config/access.ts'
import type { Credential } from './authorization.ts'
import { fingerprint, isSame } from './fingerprint.ts'
import { createJwtCheck, looksLikeJwt } from './jwt.ts'
import { createLoginThrottle } from './login-throttle.ts'
import type { Role, SignInMethod } from './visitor.ts'
import type { WarnOnce } from '../terminal/warn-once-a-minute.ts'

/** `endsAt` is when a signed token ends; with `waitMs` above 0 the credential was not checked. */
export type Verdict = { role: Role | null; via: SignInMethod; endsAt: number; waitMs: number }
export type Credentials = ReturnType<typeof createCredentials>

const nobody: Verdict = { role: null, via: 'token', endsAt: 0, waitMs: 0 }

/** Checks the credentials that requests carry. */
export function createCredentials(config: AccessConfig, now: () => number, warn: WarnOnce) {
  const known = knownCredentials(config)
  const throttle = createLoginThrottle(now)
  const { jwt, groups } = config
  const checkJwt = jwt === null ? null : createJwtCheck({ config: jwt, groups, now, warn })
  const schemes = new Set<string>(known.map(({ scheme }) => scheme))
  if (checkJwt !== null) schemes.add('bearer')
  const isSigned = ({ scheme, text }: Credential) =>
    checkJwt !== null && scheme === 'bearer' && looksLikeJwt(text)
  const hasSecretOfThatShape = known.some(isSigned)

  function judgeSecret({ scheme, text }: Credential, address: string): Verdict {
    const print = fingerprint(`${scheme} ${text}`)
    const name = print.toString('latin1', 0, 16)
    const waitMs = throttle.waitMs(address)
    if (waitMs > 0 && !throttle.isProven(address, name)) return { ...nobody, waitMs }
    // Every credential is compared, so that the time taken tells nothing.
    const [match] = known.filter((one) => isSame(one.print, print))
    if (match === undefined) {
      throttle.wrong(address)
      return nobody
    }
    throttle.right(address, name)
    return { role: match.role, via: match.via, endsAt: Infinity, waitMs: 0 }
  }

  return {
    /** A credential that could never match is no guess: a proxy in front may have its own passwords. */
    isPossible: ({ scheme }: Credential): boolean => schemes.has(scheme),
    judge: async (credential: Credential, address: string): Promise<Verdict> => {
      if (checkJwt === null || !isSigned(credential)) return judgeSecret(credential, address)
      const signed = await checkJwt(credential.text)
      if (signed !== null) return { ...signed, via: 'jwt', waitMs: 0 }
      // What no signature and no secret can be is no guess.
      return hasSecretOfThatShape ? judgeSecret(credential, address) : nobody
    },
  }
}

type KnownCredential = Credential & {
  print: Buffer
  role: Role
  via: SignInMethod
}

function knownCredentials({ viewerTokens, adminToken, users }: AccessConfig): KnownCredential[] {
  const one = (scheme: Credential['scheme'], text: string, role: Role): KnownCredential => ({
    scheme,
    text,
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
