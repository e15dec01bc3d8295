import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'

/** On the raw response and before the handler: headers set afterwards make Hono copy the answer. */
export function securityHeaders(about: {
  demo: boolean
}): MiddlewareHandler<{ Bindings: Partial<HttpBindings> }> {
  return async (c, next) => {
    const set = (name: string, value: string) => c.env.outgoing?.setHeader(name, value)
    set('x-content-type-options', 'nosniff')
    set('referrer-policy', 'no-referrer')
    set('cross-origin-resource-policy', 'same-origin')
    if (about.demo) set('x-podium-demo', '1')
    await next()
  }
}
