import type { Context } from 'hono'
import { createBucket } from '../../access/bucket.ts'
import type { Access } from '../../access/create-access.ts'
import { hasRole, type Visitor } from '../../access/visitor.ts'
import { problem } from '../problem.ts'
import { busy, forbidden, forged, unauthorized } from '../refusals.ts'
import type { Route, Served } from '../routes/route.ts'

type Deps = {
  access: Pick<Access, 'origins' | 'authMethods'>
  /** 0 is no limit. */
  requestsPerSecond: number
  now: () => number
  random: () => number
}

/** `null` lets the visitor through to the route. */
export type Gate = (c: Context<Served>, route: Pick<Route, 'access' | 'method'>) => Response | null

/** Whether this visitor may use this route now. */
export function createGate({ access, requestsPerSecond, now, random }: Deps): Gate {
  const { origins, authMethods } = access
  const challenge = [
    ...(authMethods.includes('basic') ? ['Basic realm="Podium", charset="UTF-8"'] : []),
    'Bearer realm="Podium"',
  ].join(', ')
  const bucket =
    requestsPerSecond === 0
      ? null
      : createBucket({ capacity: 2 * requestsPerSecond, perSecond: requestsPerSecond, now })

  return (c, route) => {
    const { visitor, incoming } = c.env
    if (route.access !== 'anyone' && !hasRole(visitor.role, route.access)) {
      if (visitor.waitMs > 0) return tooManyGuesses(c, visitor.waitMs)
      if (visitor.role !== null) return problem(c, forbidden)
      c.header('www-authenticate', challenge)
      return problem(c, unauthorized)
    }
    if (route.method !== 'GET') {
      const { origin, host = '' } = incoming.headers
      const isOurs = origin === undefined ? !isAmbient(visitor) : origins.mayWrite(origin, host)
      if (!isDeliberate(visitor) && (!isOurs || c.req.header('x-podium') !== '1'))
        return problem(c, forged)
    }
    if (route.access === 'anyone' || bucket === null || bucket.take()) return null
    // Not everybody comes back at the same moment.
    c.header('retry-after', String(1 + Math.floor(random() * 3)))
    return problem(c, busy)
  }
}

export function tooManyGuesses(c: Context, waitMs: number): Response {
  c.header('retry-after', String(Math.ceil(waitMs / 1000)))
  return problem(c, {
    status: 429,
    title: 'Too many wrong credentials',
    detail: 'Too many wrong credentials came from there. Wait a moment, then try again.',
  })
}

/** No page can make a browser send such a credential. */
function isDeliberate({ via }: Visitor): boolean {
  return via === 'token' || via === 'jwt'
}

/** The browser sends it along with whatever a page asks for. */
function isAmbient({ via }: Visitor): boolean {
  return via === 'session' || via === 'basic' || via === 'proxy'
}
