import type { MiddlewareHandler } from 'hono'
import type { Access } from '../../access/create-access.ts'
import { arrivalOf, type Served } from '../served.ts'

/** Finds out who asks, once a request. */
export function authenticate({ identify }: Pick<Access, 'identify'>): MiddlewareHandler<Served> {
  return async (c, next) => {
    c.set('visitor', await identify(arrivalOf(c)))
    await next()
  }
}
