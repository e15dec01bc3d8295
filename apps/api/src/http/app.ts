import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import type { SiteConfig } from '../config/access.ts'
import type { DayRange } from '../domain/span.ts'
import { BadParameter } from '../queries/bad-parameter.ts'
import { mayPass, StoreError } from '../store/store-error.ts'
import type { FailedRequest } from '../terminal/terminal.ts'
import { createAnswerCache } from './cache/answer-cache.ts'
import { createPlanCache } from './cache/plan-cache.ts'
import { routeOf, type AccessLog } from './middleware/access-log.ts'
import { authenticate } from './middleware/authenticate.ts'
import { createAuthorize } from './middleware/authorize.ts'
import { checkAddress } from './middleware/check-address.ts'
import { checkHost } from './middleware/check-host.ts'
import { crossOrigin } from './middleware/cross-origin.ts'
import { limitBody } from './middleware/limit-body.ts'
import { createRateLimit } from './middleware/limit-rate.ts'
import { setStandardHeaders } from './middleware/standard-headers.ts'
import { answerProblem, badParameter, ProblemError, problems, storeAway } from './problem.ts'
import { inter, scalarBundle, sendPackageFile } from './reference/package-file.ts'
import type { RouteDependencies } from './routes/dependencies.ts'
import { createRoutes } from './routes/index.ts'
import { mountRoutes } from './routes/mount-routes.ts'
import type { PageFiles } from './routes/page-files.ts'
import { pageRoutes } from './routes/page.ts'
import type { Served } from './served.ts'

export type AppDependencies = RouteDependencies & {
  site: Pick<SiteConfig, 'publicUrl'>
  /** 0 is no limit. */
  requestsPerSecond: number
  page: PageFiles
  /** Where the page finds the API; `null` is here. */
  pageBackend: string | null
  accessLog: AccessLog
  /** Is told which days are asked about, where that has to be read. */
  onAsked?: (days: DayRange) => void
  /** Is told what should not have happened; the client only learns that it did. */
  onFault: (error: unknown, at: FailedRequest) => void
}

/** Everything that answers: `createApp(…).request('/api/v1/board')` needs no socket. */
export function createApp(deps: AppDependencies): Hono<Served> {
  const { access, store, collectorState, about, now, random } = deps
  const app = new Hono<Served>()
  app.use(requestId({ limitLength: 64 }))
  app.use(deps.accessLog.middleware)
  app.use(setStandardHeaders({ demo: about.demo, publicUrl: deps.site.publicUrl }))
  app.use(crossOrigin(access.origins))
  app.use(checkHost(access.hosts))
  app.use(checkAddress)
  app.use(limitBody)
  app.use(authenticate(access))
  mountRoutes(app, createRoutes(deps), {
    authorize: createAuthorize(access),
    takeTurn: createRateLimit({ requestsPerSecond: deps.requestsPerSecond, now, random }),
    answers: createAnswerCache({ all: collectorState.dataVersion, ofDays: store.rangeVersion }),
    planOf: createPlanCache(now),
    onAsked: deps.onAsked ?? (() => undefined),
    random,
  })
  app.all('/api/*', (c) => c.notFound())
  app.all('/tokens/*', (c) => c.notFound())
  app.get('/docs/scalar.js', sendPackageFile(scalarBundle, 'text/javascript; charset=utf-8'))
  app.get('/docs/inter.woff2', sendPackageFile(inter, 'font/woff2'))
  app.route('/', pageRoutes(deps.page, deps.pageBackend))
  app.notFound((c) => answerProblem(c, new ProblemError(problems.notFound)))
  app.onError((error, c) => {
    if (error instanceof ProblemError) return answerProblem(c, error)
    if (error instanceof BadParameter)
      return answerProblem(c, new ProblemError(badParameter(error.parameter, error.message)))
    if (error instanceof StoreError) {
      // What passes is told once, by whoever watches the store.
      if (!mayPass(error)) deps.onFault(error, { route: routeOf(c), requestId: c.get('requestId') })
      return answerProblem(c, storeAway(error))
    }
    deps.onFault(error, { route: routeOf(c), requestId: c.get('requestId') })
    return answerProblem(c, new ProblemError(problems.internal))
  })
  return app
}
