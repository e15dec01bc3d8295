import { Hono } from 'hono'
import { createAnswering } from './cache/answer-question.ts'
import { createGate } from './middleware/authorize.ts'
import { mountRoutes } from './routes/mount-routes.ts'
import { badParameter, notFound, problem } from './problem.ts'
import { Refused } from './refused.ts'
import type { Served } from './routes/route.ts'
import { createRouteTemplate } from './route-template.ts'
import { createRoutes, type RouteDeps } from './routes/index.ts'
import { spaRoutes } from './routes/page.ts'
import type { SpaFiles } from './routes/page-files.ts'
import type { FailedRequest } from '../terminal/terminal.ts'

type Deps = RouteDeps &
  Parameters<typeof createGate>[0] &
  Parameters<typeof createAnswering>[0] & {
    spa: SpaFiles
    /** Told of what should not have happened; the answer only says that it did. */
    onFault: (error: unknown, at: FailedRequest) => void
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
