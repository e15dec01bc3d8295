import type { MiddlewareHandler } from 'hono'
import { securityHeaders } from '../security-headers.ts'

/**
 * Hono's own `secureHeaders` sets its headers once the handler is done. The live stream has sent its head by then, so
 * ours are set before.
 */
export function setStandardHeaders(
  about: Parameters<typeof securityHeaders>[0],
): MiddlewareHandler {
  const headers = Object.entries(securityHeaders(about))
  return async (c, next) => {
    for (const [name, value] of headers) c.header(name, value)
    await next()
    // Written to the answer as it is: `c.header` would copy an answer that is finished.
    const answered = c.res.headers
    if (!answered.has('cache-control')) answered.set('cache-control', 'no-store')
    if (answered.get('vary')?.includes('Origin') !== true) answered.append('vary', 'Origin')
  }
}
