import { Board, Matrix, Models, SeriesAnswer, Teams } from '@podium/contracts'
import { z } from 'zod'
import { csvLines } from '../../analytics/export/csv.ts'
import { jsonPieces } from '../../analytics/export/json.ts'
import type { Table } from '../../analytics/export/table.ts'
import {
  boardTable,
  matrixTable,
  modelsTable,
  seriesTable,
  teamsTable,
} from '../../analytics/export/tables.ts'
import type { QueryContext } from '../../queries/query-context.ts'
import { ProblemError, problems } from '../problem.ts'
import { wholeBoardRoute } from './board.ts'
import { matrixRoute } from './matrix.ts'
import { modelsRoute } from './models.ts'
import { rawRoute, type AnswerRoute, type Route } from './route.ts'
import { seriesRoute } from './series.ts'
import { streamText } from './stream-text.ts'
import { teamsRoute } from './teams.ts'

type Dependencies = Omit<QueryContext, 'about'> & {
  about: QueryContext['about'] & { demo: boolean }
  now: () => number
}

/** Every table that can be taken home. */
export function exportRoutes(deps: Dependencies): Route[] {
  return [
    ...filesOf(deps, 'board', wholeBoardRoute(deps), (answer) => boardTable(Board.parse(answer))),
    ...filesOf(deps, 'teams', teamsRoute(deps), (answer) => teamsTable(Teams.parse(answer))),
    ...filesOf(deps, 'models', modelsRoute(deps), (answer) => modelsTable(Models.parse(answer))),
    ...filesOf(deps, 'series', seriesRoute(deps), (answer) =>
      seriesTable(SeriesAnswer.parse(answer)),
    ),
    ...filesOf(deps, 'matrix', matrixRoute(deps), (answer) => matrixTable(Matrix.parse(answer))),
  ]
}

const formats = [
  { ending: 'csv', type: 'text/csv; charset=utf-8', pieces: csvLines },
  { ending: 'json', type: 'application/json; charset=utf-8', pieces: jsonPieces },
] as const

/** The table of another route as files, with the same parameters. */
function filesOf(
  { about, now }: Dependencies,
  name: string,
  of: AnswerRoute,
  tableOf: (answer: object) => Table,
): Route[] {
  return formats.map(({ ending, type, pieces }) =>
    rawRoute({
      method: 'GET',
      path: `/api/v1/export/${name}.${ending}`,
      access: of.access,
      tag: 'exports',
      summary: `The table of ${of.path} as ${ending.toUpperCase()}`,
      query: of.query ?? z.strictObject({}),
      answers: { 200: { description: 'The file, sent row by row.', type } },
      handle: async (c) => {
        const answer = await of.ask({}, new URL(c.req.url).searchParams, now()).read()
        if (answer === null) throw new ProblemError(problems.notFound)
        const file = `${fileName(name, answer, about.demo)}.${ending}`
        c.header('content-type', type)
        c.header('content-disposition', `attachment; filename="${file}"`)
        return c.body(streamText(pieces(tableOf(answer))))
      },
    }),
  )
}

const Windowed = z.object({ window: z.object({ from: z.string(), to: z.string() }) })

/** With the first and the last moment of the window, in characters that every system takes. */
function fileName(name: string, answer: object, isDemo: boolean): string {
  const parsed = Windowed.safeParse(answer)
  const span = parsed.success ? [parsed.data.window.from, parsed.data.window.to] : []
  const moments = span.map((instant) => instant.slice(0, 16).replace(':', ''))
  return [...(isDemo ? ['demo'] : []), 'podium', name, ...moments].join('-')
}
