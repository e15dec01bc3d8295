import {
  Board,
  Budgets,
  Hours,
  Matrix,
  Models,
  Race,
  SeriesAnswer,
  Teams,
  UsageAnswer,
} from '@podium/contracts'
import {
  budgetsTable,
  hoursTable,
  raceTable,
  usageTable,
} from '../../analytics/export/analytics-tables.ts'
import {
  boardTable,
  matrixTable,
  modelsTable,
  seriesTable,
  teamsTable,
} from '../../analytics/export/tables.ts'
import type { QueryContext } from '../../queries/query-context.ts'
import { wholeBoardRoute } from './board.ts'
import { budgetsRoute } from './budgets.ts'
import { BudgetLine, HourLine, RaceTableLine, UsageLine } from './export-analytics-lines.ts'
import { BoardLine, MatrixLine, ModelLine, SeriesLine, TeamLine } from './export-lines.ts'
import { filesOf } from './files-of.ts'
import { hoursRoute } from './hours.ts'
import { matrixRoute } from './matrix.ts'
import { modelsRoute } from './models.ts'
import { raceRoute } from './race.ts'
import type { FileRoute } from './route.ts'
import { seriesRoute } from './series.ts'
import { teamsRoute } from './teams.ts'
import { usageRoute } from './usage.ts'

type Dependencies = Omit<QueryContext, 'about'> & {
  about: QueryContext['about'] & { demo: boolean }
}

/** Every table that can be taken home. */
export function exportRoutes(deps: Dependencies): FileRoute[] {
  const { demo } = deps.about
  return [
    ...filesOf(demo, 'board', wholeBoardRoute(deps), BoardLine, (answer) =>
      boardTable(Board.parse(answer)),
    ),
    ...filesOf(demo, 'teams', teamsRoute(deps), TeamLine, (answer) =>
      teamsTable(Teams.parse(answer)),
    ),
    ...filesOf(demo, 'models', modelsRoute(deps), ModelLine, (answer) =>
      modelsTable(Models.parse(answer)),
    ),
    ...filesOf(demo, 'series', seriesRoute(deps), SeriesLine, (answer) =>
      seriesTable(SeriesAnswer.parse(answer)),
    ),
    ...filesOf(demo, 'matrix', matrixRoute(deps), MatrixLine, (answer) =>
      matrixTable(Matrix.parse(answer)),
    ),
    ...filesOf(demo, 'usage', usageRoute(deps), UsageLine, (answer) =>
      usageTable(UsageAnswer.parse(answer)),
    ),
    ...filesOf(demo, 'hours', hoursRoute(deps), HourLine, (answer) =>
      hoursTable(Hours.parse(answer)),
    ),
    ...filesOf(demo, 'budgets', budgetsRoute(deps), BudgetLine, (answer) =>
      budgetsTable(Budgets.parse(answer)),
    ),
    ...filesOf(demo, 'race', raceRoute(deps), RaceTableLine, (answer) =>
      raceTable(Race.parse(answer)),
    ),
  ]
}
