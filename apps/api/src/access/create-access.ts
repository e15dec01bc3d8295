import type { IncomingMessage } from 'node:http'
import type { AccessConfig, SiteConfig } from '../config/access.ts'
import { createCredentials } from './credentials.ts'
import { createHosts } from './hosts.ts'
import { createIdentify } from './identify.ts'
import { createOneTimeCode } from './one-time-code.ts'
import { createOrigins } from './origins.ts'
import { createSessionCookie } from './session-cookie.ts'
import { createSessions } from './sessions.ts'
import type { Visitor } from './visitor.ts'

type Options = {
  config: AccessConfig
  site: SiteConfig
  /** The address that was asked to be listened on. */
  bound: string
  secret: Buffer
  now: () => number
}
export type Access = ReturnType<typeof createAccess>

/** Everything about who may come in, made once. */
export function createAccess({ config, site, bound, secret, now }: Options) {
  const credentials = createCredentials(config, now)
  const sessions = createSessions({ secret, generation: credentials.generation, now })
  const cookie = createSessionCookie(site.publicUrl)
  return {
    credentials,
    sessions,
    cookie,
    /** For who has no token to administer with. */
    code: config.adminToken === null ? createOneTimeCode() : null,
    hosts: createHosts(site, bound),
    origins: createOrigins(site),
    identify: createIdentify({ config, credentials, sessions, cookie }),
    ways: waysOf(config),
    /** Whether what a visitor came in with has ended since: by its time, or by who it belongs to. */
    hasEnded: ({ headers }: IncomingMessage, { via, endsAt = Infinity }: Visitor): boolean =>
      endsAt <= now() || (via === 'session' && sessions.read(cookie.read(headers) ?? '') === null),
  }
}

function waysOf({ viewerTokens, adminToken, users, jwt, proxySignIn }: AccessConfig) {
  return [
    ...(viewerTokens.length > 0 || adminToken !== null ? (['token'] as const) : []),
    ...(users.length > 0 ? (['basic'] as const) : []),
    ...(jwt === null ? [] : (['jwt'] as const)),
    ...(proxySignIn ? (['proxy'] as const) : []),
  ]
}
