import { Hono } from 'hono'
import { createAnswering } from './http/answers/answer-question.ts'
import { createGate } from './http/gate.ts'
import { mountRoutes } from './http/mount-routes.ts'
import { badParameter, notFound, problem } from './http/problem.ts'
import { Refused } from './http/refused.ts'
import type { Served } from './http/route.ts'
import { createRouteTemplate } from './http/route-template.ts'
import { createRoutes, type RouteDeps } from './http/routes.ts'
import { spaRoutes } from './http/spa.ts'
import type { SpaFiles } from './http/spa-files.ts'
import type { FaultPlace } from './terminal/terminal.ts'

type Deps = RouteDeps &
  Parameters<typeof createGate>[0] &
  Parameters<typeof createAnswering>[0] & {
    spa: SpaFiles
    /** Told of what should not have happened; the answer only says that it did. */
    onFault: (error: unknown, at: FaultPlace) => void
  }

const jsonOnly = /^\/(?:api|tokens)(?:\/|$)/

export function createApp(deps: Deps): Hono<Served> {
  const app = new Hono<Served>()
  mountRoutes(app, createRoutes(deps), createGate(deps), createAnswering(deps))
  const routeOf = createRouteTemplate(app.routes)
  app.all('*', async (c, next) => {
    if (jsonOnly.test(c.req.path)) return notFound(c)
    await next()
    return undefined
  })
  app.route('/', spaRoutes(deps.spa))
  app.notFound(notFound)
  app.onError((error, c) => {
    if (error instanceof Refused)
      return badParameter(c, error.refusal.parameter, error.refusal.detail)
    const requestId = c.env.outgoing.getHeader('x-request-id')
    deps.onFault(error, { route: routeOf(c.req.path), requestId: String(requestId ?? '') })
    return problem(c, {
      status: 500,
      title: 'Internal error',
      detail: 'Something went wrong here. It has been noted.',
    })
  })
  return app
}
