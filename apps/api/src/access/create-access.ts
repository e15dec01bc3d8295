import type { AccessConfig, SiteConfig } from '../config/access.ts'
import { createCredentials } from './credentials.ts'
import { createHosts } from './hosts.ts'
import { fingerprint } from './fingerprint.ts'
import { createIdentify } from './identify.ts'
import { createOneTimeCode } from './one-time-code.ts'
import { createOrigins } from './origins.ts'
import { createSessionCookie } from './session-cookie.ts'
import { createSessions } from './sessions.ts'
import type { Visitor } from './visitor.ts'
import type { WarnOnce } from '../terminal/warn-once-a-minute.ts'

type AccessOptions = {
  config: AccessConfig
  site: SiteConfig
  /** The address to listen on. */
  bound: string
  /** Signs sessions. */
  secret: Buffer
  now: () => number
  warn: WarnOnce
}
export type Access = ReturnType<typeof createAccess>

/** All that decides who may use the server. */
export function createAccess({ config, site, bound, secret, now, warn }: AccessOptions) {
  const credentials = createCredentials(config, now, warn)
  const sessions = createSessions({ secret, generation: generationOf(config), now })
  const cookie = createSessionCookie(site.publicUrl)
  return {
    credentials,
    sessions,
    cookie,
    /** Makes somebody an admin where no admin token is set. */
    code: config.adminToken === null ? createOneTimeCode() : null,
    hosts: createHosts(site, bound),
    origins: createOrigins(site),
    identify: createIdentify({ config, credentials, sessions, cookie }),
    authMethods: authMethodsOf(config),
    /** Whether the visitor's credential has ended since: it has expired, or its owner has signed out. */
    hasEnded: ({ endsAt = Infinity, session }: Pick<Visitor, 'endsAt' | 'session'>): boolean =>
      endsAt <= now() || (session !== undefined && sessions.read(session) === null),
  }
}

/** Changes with every setting that says who may sign in, and how: that ends all sessions. */
function generationOf(config: AccessConfig): string {
  return fingerprint(JSON.stringify(config)).toString('base64')
}

type AuthMethod = 'token' | 'basic' | 'jwt' | 'proxy'

function authMethodsOf(config: AccessConfig): AuthMethod[] {
  const { viewerTokens, adminToken, users, jwt, proxySignIn } = config
  const methods: AuthMethod[] = []
  if (viewerTokens.length > 0 || adminToken !== null) methods.push('token')
  if (users.length > 0) methods.push('basic')
  if (jwt !== null) methods.push('jwt')
  if (proxySignIn) methods.push('proxy')
  return methods
}
