import { boardRoute } from './board.ts'
import { exports } from './export/exports.ts'
import { healthRoutes } from './health.ts'
import { hoursRoute } from './hours.ts'
import { liveRoute } from './live.ts'
import { matrixRoute } from './matrix.ts'
import { metricsRoute } from './metrics.ts'
import { modelsRoute } from './models.ts'
import { nextLeverRoute } from './next-lever.ts'
import { referenceRoutes } from '../reference.ts'
import type { Route } from './route.ts'
import { seriesRoute } from './series.ts'
import { sessionRoutes } from './session.ts'
import { statusRoute } from './status.ts'
import { teamRoute } from './team.ts'
import { teamsRoute } from './teams.ts'
import { costEfficiencyRoute } from '../tokens/cost-efficiency.ts'
import { tokensHourlyRoute } from '../tokens/hourly.ts'
import { leaderboardRoute } from '../tokens/leaderboard.ts'
import { tokensModelsRoute } from '../tokens/models.ts'
import { successRateRoute } from '../tokens/success-rate.ts'
import { timeseriesRoute } from '../tokens/timeseries.ts'

export type RouteDeps = Parameters<typeof leaderboardRoute>[0] &
  Parameters<typeof timeseriesRoute>[0] &
  Parameters<typeof tokensModelsRoute>[0] &
  Parameters<typeof tokensHourlyRoute>[0] &
  Parameters<typeof teamRoute>[0] &
  Parameters<typeof hoursRoute>[0] &
  Parameters<typeof exports>[0] &
  Parameters<typeof sessionRoutes>[0] &
  Parameters<typeof liveRoute>[0] &
  Parameters<typeof healthRoutes>[0] &
  Parameters<typeof metricsRoute>[0] &
  Parameters<typeof statusRoute>[0]

/** The route table: everything that answers besides the page. */
export function createRoutes(deps: RouteDeps): Route[] {
  const routes: Route[] = [
    leaderboardRoute(deps),
    timeseriesRoute(deps),
    tokensModelsRoute(deps),
    successRateRoute(deps),
    costEfficiencyRoute(deps),
    tokensHourlyRoute(deps),
    boardRoute(deps),
    teamsRoute(deps),
    teamRoute(deps),
    nextLeverRoute(deps),
    seriesRoute(deps),
    modelsRoute(deps),
    matrixRoute(deps),
    hoursRoute(deps),
    ...exports(deps),
    statusRoute(deps),
    liveRoute(deps),
    ...sessionRoutes(deps),
    ...healthRoutes(deps),
    metricsRoute(deps),
    ...referenceRoutes(() => routes, deps.about.version),
  ]
  return routes
}
