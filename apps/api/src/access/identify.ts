import { hasAuthMethod, type AccessConfig } from '../config/access.ts'
import type { Arrival } from './arrival.ts'
import { readAuthorization } from './authorization.ts'
import { clientAddress, createTrustedProxies, plainAddress } from './client-address.ts'
import type { Credentials } from './credentials.ts'
import { isFromThisMachine } from './open-viewing.ts'
import { roleOfGroups } from './role-of-groups.ts'
import type { SessionCookie } from './session-cookie.ts'
import type { Sessions } from './sessions.ts'
import type { Role, Visitor } from './visitor.ts'

type IdentifyDeps = {
  config: AccessConfig
  credentials: Credentials
  sessions: Sessions
  cookie: SessionCookie
}

export type Identify = (arrival: Arrival) => Promise<Visitor>

type Recognised = Pick<Visitor, 'role' | 'via' | 'endsAt' | 'session'>

/** Who sends a request: by its credential, else by its session, else as the proxy says, else as anybody. */
export function createIdentify({ config, credentials, sessions, cookie }: IdentifyDeps): Identify {
  const isTrusted = createTrustedProxies(config.trustedProxies)
  const isClosed = hasAuthMethod(config)

  function withoutCredential(arrival: Arrival): Recognised {
    const value = cookie.read(arrival) ?? ''
    const session = sessions.read(value)
    if (session !== null) {
      const { role, endsAt } = session
      return { role, via: 'session', endsAt, session: value }
    }
    const role = namedByProxy(arrival)
    if (role !== null) return { role, via: 'proxy' }
    const isOpen = config.anonymousRead || (!isClosed && isFromThisMachine(arrival))
    return isOpen ? { role: 'viewer', via: 'open' } : { role: null, via: null }
  }

  function namedByProxy({ headers, remoteAddress }: Arrival): Role | null {
    if (!config.proxySignIn || !isTrusted(plainAddress(remoteAddress))) return null
    const user = (headers.get('x-forwarded-user') ?? '').trim()
    const groups = (headers.get('x-forwarded-groups') ?? '').split(',')
    if (user === '') return null
    return roleOfGroups(
      groups.map((name) => name.trim()),
      config.groups,
    )
  }

  return async (arrival) => {
    const { headers, remoteAddress } = arrival
    const forwardedFor = headers.get('x-forwarded-for') ?? undefined
    const address = clientAddress(plainAddress(remoteAddress), forwardedFor, isTrusted)
    const credential = readAuthorization(headers.get('authorization') ?? undefined)
    if (credential === null || !credentials.isPossible(credential))
      return { ...withoutCredential(arrival), address, waitMs: 0 }
    const { role, via, endsAt, waitMs } = await credentials.judge(credential, address)
    return role === null
      ? { ...withoutCredential(arrival), address, waitMs }
      : { role, via, endsAt, address, waitMs: 0 }
  }
}
