import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { mostBodyBytes } from '../limits.ts'
import { ProblemError, problems } from '../problem.ts'

const limit = bodyLimit({
  maxSize: mostBodyBytes,
  onError: () => {
    throw new ProblemError(problems.bodyTooLarge)
  },
})

/** Only where a body is announced: to look for one makes a second Request of each that has none. */
export const limitBody: MiddlewareHandler = (c, next) => {
  const hasBody =
    c.req.header('content-length') !== undefined || c.req.header('transfer-encoding') !== undefined
  return hasBody ? withinLimit(c, next) : next()
}

/** What a route throws does not come by here: Hono hands it to `onError`. */
const withinLimit: MiddlewareHandler = async (c, next) => {
  try {
    return await limit(c, next)
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw new ProblemError(problems.brokenOff)
  }
}
