import type { IncomingMessage } from 'node:http'
import { hasAuthMethod, type AccessConfig } from '../config/access.ts'
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

export type Identify = (incoming: IncomingMessage) => Visitor | Promise<Visitor>

/** Who sends a request: by its credential, else by its session, else as the proxy says, else as anybody. */
export function createIdentify({ config, credentials, sessions, cookie }: IdentifyDeps): Identify {
  const isTrusted = createTrustedProxies(config.trustedProxies)
  const isClosed = hasAuthMethod(config)

  function withoutCredential(incoming: IncomingMessage): Pick<Visitor, 'role' | 'via' | 'endsAt'> {
    const session = sessions.read(cookie.read(incoming.headers) ?? '')
    if (session !== null) return { role: session.role, via: 'session', endsAt: session.endsAt }
    const role = namedByProxy(incoming)
    if (role !== null) return { role, via: 'proxy' }
    const isOpen = config.anonymousRead || (!isClosed && isFromThisMachine(incoming))
    return isOpen ? { role: 'viewer', via: 'open' } : { role: null, via: null }
  }

  function namedByProxy({ socket, headers }: IncomingMessage): Role | null {
    if (!config.proxySignIn || !isTrusted(plainAddress(socket.remoteAddress))) return null
    const user = textOf(headers['x-forwarded-user']).trim()
    const groups = textOf(headers['x-forwarded-groups']).split(',')
    if (user === '') return null
    return roleOfGroups(
      groups.map((name) => name.trim()),
      config.groups,
    )
  }

  return (incoming) => {
    const { socket, headers } = incoming
    const peer = plainAddress(socket.remoteAddress)
    const address = clientAddress(peer, textOf(headers['x-forwarded-for']), isTrusted)
    const credential = readAuthorization(headers.authorization)
    if (credential === null || !credentials.isPossible(credential))
      return { ...withoutCredential(incoming), address, waitMs: 0 }
    const verdict = credentials.judge(credential, address)
    const seen = ({ role, via, endsAt, waitMs }: Awaited<typeof verdict>): Visitor =>
      role === null
        ? { ...withoutCredential(incoming), address, waitMs }
        : { role, via, endsAt, address, waitMs: 0 }
    return verdict instanceof Promise ? verdict.then(seen) : seen(verdict)
  }
}

function textOf(header: string | string[] | undefined): string {
  return Array.isArray(header) ? header.join() : (header ?? '')
}
