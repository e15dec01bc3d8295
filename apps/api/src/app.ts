import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { securityHeaders } from './http/security-headers.ts'
import { healthRoutes } from './http/health.ts'
import { liveRoutes } from './http/live.ts'
import { problem } from './http/problem.ts'
import { spaRoutes } from './http/spa.ts'
import type { SpaFiles } from './http/spa-files.ts'
import { statusRoutes } from './http/status.ts'
import { tokensRoutes } from './http/tokens.ts'
import type { Hub } from './live/hub.ts'

type Deps = Parameters<typeof tokensRoutes>[0] &
  Parameters<typeof statusRoutes>[0] & {
    hub: Hub
    spa: SpaFiles
    isDraining: () => boolean
    /** Told of what should not have happened; the answer only says that it did. */
    onFault: (error: unknown) => void
  }

const jsonOnly = /^\/(?:api|tokens)(?:\/|$)/

export function createApp(deps: Deps): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(securityHeaders({ demo: deps.about.demo }))
  app.route('/', healthRoutes(deps.isDraining))
  app.route('/tokens', tokensRoutes(deps))
  app.route('/api/v1/status', statusRoutes(deps))
  app.route('/api/v1/live', liveRoutes(deps.hub))
  app.all('*', async (c, next) => {
    if (jsonOnly.test(c.req.path)) return c.notFound()
    await next()
    return undefined
  })
  app.route('/', spaRoutes(deps.spa))
  app.notFound((c) =>
    problem(c, { status: 404, title: 'Not found', detail: 'There is nothing at this address.' }),
  )
  app.onError((error, c) => {
    deps.onFault(error)
    return problem(c, {
      status: 500,
      title: 'Internal error',
      detail: 'Something went wrong here. It has been noted.',
    })
  })
  return app
}
