import type { MiddlewareHandler } from 'hono'
import type { Access } from '../../access/create-access.ts'
import { hasRole, type Visitor } from '../../access/visitor.ts'
import { ProblemError, problems } from '../problem.ts'
import type { Route } from '../routes/route.ts'
import { arrivalOf, type Served } from '../served.ts'

/** The middleware of one route. */
export type Authorize = (route: Pick<Route, 'access' | 'method'>) => MiddlewareHandler<Served>

/** Lets a visitor through who may use the route, and refuses changes that a foreign page may have caused. */
export function createAuthorize({
  origins,
  authMethods,
}: Pick<Access, 'origins' | 'authMethods'>): Authorize {
  const challenge = [
    ...(authMethods.includes('basic') ? ['Basic realm="Podium", charset="UTF-8"'] : []),
    'Bearer realm="Podium"',
  ].join(', ')

  return (route) => async (c, next) => {
    const visitor = c.get('visitor')
    if (route.access !== 'anyone' && !hasRole(visitor.role, route.access)) {
      if (visitor.waitMs > 0) throw tooManyGuesses(visitor.waitMs)
      if (visitor.role !== null) throw new ProblemError(problems.forbidden)
      throw new ProblemError(problems.unauthorized, { 'www-authenticate': challenge })
    }
    if (route.method !== 'GET' && !isDeliberate(visitor)) {
      const origin = c.req.header('origin')
      const host = arrivalOf(c).host ?? ''
      const isOurs = origin === undefined ? !isAmbient(visitor) : origins.mayWrite(origin, host)
      if (!isOurs || c.req.header('x-podium') !== '1') throw new ProblemError(problems.forged)
    }
    await next()
  }
}

export function tooManyGuesses(waitMs: number): ProblemError {
  return new ProblemError(problems.tooManyGuesses, {
    'retry-after': String(Math.ceil(waitMs / 1000)),
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
