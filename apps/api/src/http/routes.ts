import type { Hub } from '../live/hub.ts'
import { healthRoutes } from './health.ts'
import { liveRoute } from './live.ts'
import type { Route } from './route.ts'
import { statusRoute } from './status.ts'
import { leaderboardRoute } from './tokens/leaderboard.ts'

export type RouteDeps = Parameters<typeof leaderboardRoute>[0] &
  Parameters<typeof statusRoute>[0] & { hub: Hub; isDraining: () => boolean }

/** The route table: everything that answers besides the page. */
export function createRoutes(deps: RouteDeps): Route[] {
  return [
    leaderboardRoute(deps),
    statusRoute(deps),
    liveRoute(deps.hub),
    ...healthRoutes(deps.isDraining),
  ]
}
