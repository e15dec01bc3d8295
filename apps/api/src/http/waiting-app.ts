import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import type { Access } from '../access/create-access.ts'
import type { SiteConfig } from '../config/access.ts'
import type { StoreError } from '../store/store-error.ts'
import type { AccessLog } from './middleware/access-log.ts'
import { checkAddress } from './middleware/check-address.ts'
import { checkHost } from './middleware/check-host.ts'
import { setStandardHeaders } from './middleware/standard-headers.ts'
import { json } from './json.ts'
import { answerProblem, ProblemError, problems, storeAway } from './problem.ts'
import { unready } from './routes/health.ts'
import type { PageFiles } from './routes/page-files.ts'
import { pageRoutes } from './routes/page.ts'
import type { Served } from './served.ts'

type Dependencies = {
  site: Pick<SiteConfig, 'publicUrl'>
  hosts: Access['hosts']
  demo: boolean
  page: PageFiles
  pageBackend: string | null
  accessLog: AccessLog
  /** Why the database cannot be had yet. */
  trouble: StoreError
}

/** What answers before the database could be opened: that Podium is alive, the page, and why there is nothing else. */
export function createWaitingApp(deps: Dependencies): Hono<Served> {
  const app = new Hono<Served>()
  app.use(requestId({ limitLength: 64 }))
  app.use(deps.accessLog.middleware)
  app.use(setStandardHeaders({ demo: deps.demo, publicUrl: deps.site.publicUrl }))
  app.use(checkHost(deps.hosts))
  app.use(checkAddress)
  app.get('/healthz', (c) => json(c, { status: 'ok' }))
  app.get('/readyz', (c) => json(c, unready, 503))
  for (const path of ['/api/*', '/tokens', '/tokens/*', '/metrics', '/openapi.json'])
    app.all(path, () => {
      throw storeAway(deps.trouble)
    })
  app.route('/', pageRoutes(deps.page, deps.pageBackend))
  app.notFound((c) => answerProblem(c, new ProblemError(problems.notFound)))
  app.onError((error, c) =>
    answerProblem(c, error instanceof ProblemError ? error : new ProblemError(problems.internal)),
  )
  return app
}
