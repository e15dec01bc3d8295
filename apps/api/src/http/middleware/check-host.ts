import type { MiddlewareHandler } from 'hono'
import type { Access } from '../../access/create-access.ts'
import { ProblemError, problems } from '../problem.ts'
import { arrivalOf, type Served } from '../served.ts'

/** Against DNS rebinding: answers only under the names of this server. */
export function checkHost(hosts: Access['hosts']): MiddlewareHandler<Served> {
  return async (c, next) => {
    const { host, localAddress } = arrivalOf(c)
    if (host === null) throw new ProblemError(problems.noHost)
    if (!hosts.isOurs(host, localAddress)) throw new ProblemError(problems.misdirected)
    await next()
  }
}
