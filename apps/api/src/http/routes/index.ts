import { boardRoute } from './board.ts'
import { budgetsRoute } from './budgets.ts'
import { compatRoutes } from './compat.ts'
import type { RouteDependencies } from './dependencies.ts'
import { docsRoutes } from './docs.ts'
import { exportRoutes } from './export.ts'
import { gpusRoute } from './gpus.ts'
import { healthRoutes } from './health.ts'
import { hoursRoute } from './hours.ts'
import { inferenceExportRoutes } from './inference-export.ts'
import { inferenceLoadRoute } from './inference-load.ts'
import { gpuSeriesRoute, inferenceSeriesRoute } from './inference-series.ts'
import { inferenceRoute } from './inference.ts'
import { liveRoute } from './live.ts'
import { matrixRoute } from './matrix.ts'
import { metricsRoute } from './metrics.ts'
import { modelsRoute } from './models.ts'
import { nextLeverRoute } from './next-lever.ts'
import { raceRoute } from './race.ts'
import type { Route } from './route.ts'
import { seriesRoute } from './series.ts'
import { sessionRoutes } from './session.ts'
import { statusRoute } from './status.ts'
import { teamRoute } from './team.ts'
import { teamsRoute } from './teams.ts'
import { usageRoute } from './usage.ts'

/** The route table: everything that answers besides the page. */
export function createRoutes(deps: RouteDependencies): Route[] {
  const routes: Route[] = [
    ...compatRoutes(deps),
    boardRoute(deps),
    teamsRoute(deps),
    teamRoute(deps),
    nextLeverRoute(deps),
    usageRoute(deps),
    seriesRoute(deps),
    modelsRoute(deps),
    matrixRoute(deps),
    hoursRoute(deps),
    budgetsRoute(deps),
    raceRoute(deps),
    inferenceRoute(deps),
    inferenceSeriesRoute(deps),
    inferenceLoadRoute(deps),
    gpusRoute(deps),
    gpuSeriesRoute(deps),
    ...exportRoutes(deps),
    ...inferenceExportRoutes(deps),
    statusRoute(deps),
    liveRoute(deps),
    ...sessionRoutes(deps),
    ...healthRoutes(deps),
    metricsRoute(deps),
    ...docsRoutes(() => routes, deps.about.version),
  ]
  return routes
}
