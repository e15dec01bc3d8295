import type { MiddlewareHandler } from 'hono'
import { mostUrlCharacters } from '../limits.ts'
import { ProblemError, problems } from '../problem.ts'
import { connectionOf, type Served } from '../served.ts'

/** Refuses an address that is a whole URL, or too long; Hono has no limit of its own. */
export const checkAddress: MiddlewareHandler<Served> = async (c, next) => {
  const url = connectionOf(c).incoming?.url ?? c.req.path
  if (!url.startsWith('/')) throw new ProblemError(problems.badAddress)
  if (url.length > mostUrlCharacters) throw new ProblemError(problems.addressTooLong)
  await next()
}
