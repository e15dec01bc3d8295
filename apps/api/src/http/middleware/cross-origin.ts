import type { Context, MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import type { Origins } from '../../access/origins.ts'

const exposed = 'etag, retry-after, x-podium-demo'

/**
 * Lets the pages of these origins read answers, never with cookies: a page elsewhere sends a token. Hono's `cors`
 * answers what browsers ask first; of the answers themselves it would make copies, and a live stream cannot be copied.
 */
export function crossOrigin({ mayRead }: Pick<Origins, 'mayRead'>): MiddlewareHandler {
  const preflight = cors({
    origin: (origin) => origin,
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: [
      'accept',
      'authorization',
      'cache-control',
      'content-type',
      'if-none-match',
      'last-event-id',
      'x-podium',
    ],
    maxAge: 600,
  })
  return async (c, next) => {
    const origin = c.req.header('origin')
    const isAllowed = origin !== undefined && mayRead(origin)
    if (isPreflight(c)) return isAllowed ? preflight(c, next) : c.body(null, 204)
    if (isAllowed) {
      c.header('access-control-allow-origin', origin)
      c.header('access-control-expose-headers', exposed)
    }
    await next()
    return undefined
  }
}

function isPreflight(c: Context): boolean {
  return (
    c.req.method === 'OPTIONS' &&
    c.req.header('origin') !== undefined &&
    c.req.header('access-control-request-method') !== undefined
  )
}
