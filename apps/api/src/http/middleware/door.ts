import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Access } from '../../access/create-access.ts'
import type { Visitor } from '../../access/visitor.ts'
import type { SiteConfig } from '../../config/access.ts'
import { createCors, preflightHeaders } from './cors.ts'
import { mostBodyBytes, mostUrlCharacters } from '../limits.ts'
import type { Details } from '../problem.ts'
import { addressTooLong, badAddress, bodyTooLarge, misdirected, noHost } from '../refusals.ts'
import { refuse } from '../refuse.ts'
import { securityHeaders, type StandardHeaders } from '../security-headers.ts'

export type Admitted = { visitor: Visitor; headers: StandardHeaders }

/** Asked first, once a request; `null` has been answered already. Only a signed token makes it wait. */
export type Door = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) => Admitted | null | Promise<Admitted | null>

type Deps = {
  access: Pick<Access, 'hosts' | 'origins' | 'identify'>
  publicUrl: SiteConfig['publicUrl']
  demo: boolean
}

/** What is wrong with a request itself, whoever asks; then who asks. */
export function createDoor({ access, publicUrl, demo }: Deps): Door {
  const { hosts, origins, identify } = access
  const cors = createCors(origins.reading, securityHeaders({ demo, publicUrl }))

  function fault(incoming: IncomingMessage): Details | null {
    const { headers, url = '' } = incoming
    if (headers.host === undefined) return noHost
    if (!hosts.isOurs(headers.host, incoming.socket.localAddress)) return misdirected
    if (!url.startsWith('/')) return badAddress
    if (url.length > mostUrlCharacters) return addressTooLong
    return Number(headers['content-length'] ?? 0) > mostBodyBytes ? bodyTooLarge : null
  }

  return (incoming, outgoing) => {
    const { origin } = incoming.headers
    const headers = cors.headersFor(origin)
    const problem = fault(incoming)
    if (problem !== null) return refuse(outgoing, headers, problem)
    if (isPreflight(incoming)) {
      const isAllowed = origin !== undefined && cors.isAllowed(origin)
      outgoing.writeHead(204, { ...headers, ...(isAllowed && preflightHeaders) }).end()
      return null
    }
    const visitor = identify(incoming)
    return visitor instanceof Promise
      ? visitor.then((found) => ({ visitor: found, headers }))
      : { visitor, headers }
  }
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return (
    method === 'OPTIONS' &&
    headers.origin !== undefined &&
    headers['access-control-request-method'] !== undefined
  )
}
