import { Board, Matrix, Models, SeriesAnswer, Teams } from '@podium/contracts'
import {
  boardTable,
  matrixTable,
  modelsTable,
  seriesTable,
  teamsTable,
} from '../../../analytics/export/tables.ts'
import { wholeBoardRoute } from '../board.ts'
import { matrixRoute } from '../matrix.ts'
import { modelsRoute } from '../models.ts'
import type { Route } from '../route.ts'
import { seriesRoute } from '../series.ts'
import { teamsRoute } from '../teams.ts'
import { exportRoutes } from './export-routes.ts'

type Deps = Parameters<typeof wholeBoardRoute>[0] &
  Parameters<typeof teamsRoute>[0] &
  Parameters<typeof seriesRoute>[0] &
  Parameters<typeof exportRoutes>[0]

/** Every table that can be taken home. */
export function exports(deps: Deps): Route[] {
  return [
    ...exportRoutes(deps, {
      ...{ name: 'board', of: wholeBoardRoute(deps), schema: Board, table: boardTable },
    }),
    ...exportRoutes(deps, {
      ...{ name: 'teams', of: teamsRoute(deps), schema: Teams, table: teamsTable },
    }),
    ...exportRoutes(deps, {
      ...{ name: 'models', of: modelsRoute(deps), schema: Models, table: modelsTable },
    }),
    ...exportRoutes(deps, {
      ...{ name: 'series', of: seriesRoute(deps), schema: SeriesAnswer, table: seriesTable },
    }),
    ...exportRoutes(deps, {
      ...{ name: 'matrix', of: matrixRoute(deps), schema: Matrix, table: matrixTable },
    }),
  ]
}
