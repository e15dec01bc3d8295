import { createPublicIds } from '@podium/api/src/access/public-ids.ts'
import type { QueryContext } from '@podium/api/src/queries/query-context.ts'
import { boardRoute } from '@podium/api/src/http/routes/board.ts'
import { compatRoutes } from '@podium/api/src/http/routes/compat.ts'
import { hoursRoute } from '@podium/api/src/http/routes/hours.ts'
import { matrixRoute } from '@podium/api/src/http/routes/matrix.ts'
import { modelsRoute } from '@podium/api/src/http/routes/models.ts'
import { raceRoute } from '@podium/api/src/http/routes/race.ts'
import type { AnswerRoute } from '@podium/api/src/http/routes/route.ts'
import { seriesRoute } from '@podium/api/src/http/routes/series.ts'
import { teamRoute } from '@podium/api/src/http/routes/team.ts'
import { usageRoute } from '@podium/api/src/http/routes/usage.ts'
import { counterColumns } from '@podium/api/src/store/counter-columns.ts'
import type { Store } from '@podium/api/src/store/open-store.ts'

/** Something that is asked of a long past, and what it is held against where that is promised. */
export type Question = {
  name: string
  ask: (store: Store) => Promise<unknown>
  limit: Limit | null
}

/** A share of the time that the plain sum over the cells takes. */
type Limit = { share: number; of: string; sql: string }

const publicIds = createPublicIds(Buffer.alloc(32))

/** Of 90 days, seven and one, as the routes ask; `end` is the end of the last UTC day, in epoch seconds. */
export function historyQuestions(end: number): Question[] {
  const now = (end - 60) * 1000
  const ago = (days: number) => new Date((end - days * 86_400) * 1000).toISOString().slice(0, 10)
  const range = { from: ago(90), to: ago(1) }
  const ninety = `from=${ago(90)}&to=${ago(1)}`
  const week = `from=${ago(7)}&to=${ago(1)}`
  const day = end / 86_400
  const days = (length: number) => ({ first: day - length, last: day - 1 })
  return [
    promised('totals of 90 days', (store) => store.teamTotals(range), {
      ...sumOfCells(days(90), 'team'),
      share: 0.1,
    }),
    promised(
      'teams × models of 90 days',
      (store) => store.matrix(range),
      sumOfCells(days(90), 'team and model'),
    ),
    promised(
      'days of 90 days by team',
      (store) => store.teamDays(range),
      sumOfCells(days(90), 'team and day'),
    ),
    promised(
      '/series of 90 days by team',
      answer(seriesRoute, now, ninety),
      sumOfCells(days(90), 'team and day'),
    ),
    promised(
      '/matrix of 90 days',
      answer(matrixRoute, now, ninety),
      sumOfCells(days(90), 'team and model'),
    ),
    promised('/models of 90 days', answer(modelsRoute, now, ninety), sumOfCells(days(90), 'model')),
    promised(
      '/series of 24 hours by minute and model',
      answer(seriesRoute, now, 'range=24h&bucket=minute&by=model'),
      sumOfMinutes(days(1)),
    ),
    ...ofUsage(now, ago, sumOfCells(days(90), 'team and model')),
    patient('/series of 7 days by hour', answer(seriesRoute, now, `${week}&bucket=hour`)),
    patient('/hours of 7 days', answer(hoursRoute, now, week)),
    ...ofBoard(now, { ninety, week }),
    ...ofRace(now, { ninety, week }),
    ...ofOriginal(now, `start_date=${ago(90)}&end_date=${ago(1)}`),
  ]
}

function ofBoard(now: number, { ninety, week }: { ninety: string; week: string }): Question[] {
  const id = publicIds.team('team-7')
  const halfHour = 'tz=Asia/Kolkata'
  return [
    patient('/board of 1 hour', answer(boardRoute, now, 'range=1h')),
    patient('/board of 24 hours', answer(boardRoute, now, 'range=24h')),
    patient('/board of 7 days', answer(boardRoute, now, 'range=7d')),
    patient('/board of 7 days, half an hour off', answer(boardRoute, now, `range=7d&${halfHour}`)),
    patient('/board of 90 days', answer(boardRoute, now, ninety)),
    patient('/teams/:id of 24 hours', answer(teamRoute, now, 'range=24h', { id })),
    patient('/hours of 7 days, half an hour off', answer(hoursRoute, now, `${week}&${halfHour}`)),
    patient('/hours of 7 days, one team', answer(hoursRoute, now, `${week}&team=${id}`)),
  ]
}

/** The tables and charts of the analytics page; all of them need every team with every model. */
function ofUsage(now: number, ago: (days: number) => string, limit: Limit): Question[] {
  const ninety = `from=${ago(90)}&to=${ago(1)}`
  return [
    promised('/usage of 90 days by team', answer(usageRoute, now, ninety), limit),
    promised(
      '/usage of 45 days by model, beside the 45 before',
      answer(usageRoute, now, `from=${ago(45)}&to=${ago(1)}&by=model&compare=before`),
      limit,
    ),
    promised(
      '/series of 90 days, dollars per million tokens by team',
      answer(seriesRoute, now, `${ninety}&measure=cost_per_1m_tokens`),
      limit,
    ),
    promised(
      '/series of 90 days as one step, each team by its models',
      answer(seriesRoute, now, `${ninety}&bucket=all&then=model`),
      limit,
    ),
  ]
}

/** Every team at every step is needed for the score only. */
function ofRace(now: number, { ninety, week }: { ninety: string; week: string }): Question[] {
  return [
    patient('/race of 1 hour by score', answer(raceRoute, now, 'range=1h&measure=score')),
    patient('/race of 24 hours', answer(raceRoute, now, 'range=24h')),
    patient('/race of 24 hours by score', answer(raceRoute, now, 'range=24h&measure=score')),
    patient('/race of 7 days', answer(raceRoute, now, week)),
    patient('/race of 7 days by score', answer(raceRoute, now, `${week}&measure=score`)),
    patient('/race of 90 days', answer(raceRoute, now, ninety)),
    patient('/race of 90 days by score', answer(raceRoute, now, `${ninety}&measure=score`)),
  ]
}

function ofOriginal(now: number, range: string): Question[] {
  return [
    patient('/tokens of 90 days', answer(compatRoute('/tokens'), now, range)),
    patient('/tokens/timeseries of 90 days', answer(compatRoute('/tokens/timeseries'), now, range)),
    patient('/tokens/models of 90 days', answer(compatRoute('/tokens/models'), now, range)),
    patient(
      '/tokens/success-rate of 90 days',
      answer(compatRoute('/tokens/success-rate'), now, range),
    ),
    patient('/tokens/hourly of 90 days', answer(compatRoute('/tokens/hourly'), now, range)),
  ]
}

function promised(name: string, ask: Question['ask'], limit: Limit): Question {
  return { name, ask, limit }
}

function patient(name: string, ask: Question['ask']): Question {
  return { name, ask, limit: null }
}

type Days = { first: number; last: number }

const sums = counterColumns.map((column) => `sum(d.${column})`).join(', ')
const groups = {
  team: 'd.team',
  model: 'cell.model',
  'team and model': 'd.team, cell.model',
  'team and day': 'd.team, d.day',
}

function sumOfCells({ first, last }: Days, of: keyof typeof groups): Limit {
  const sql = `SELECT ${groups[of]}, ${sums} FROM day_cell AS d
    JOIN cell ON cell.team = d.team AND cell.id = d.cell
    WHERE d.day BETWEEN ${first} AND ${last} GROUP BY ${groups[of]}`
  return { share: 0.5, of, sql }
}

function sumOfMinutes({ first, last }: Days): Limit {
  const sql = `SELECT d.start, cell.model, ${sums} FROM delta AS d
    JOIN cell ON cell.team = d.team AND cell.id = d.cell
    WHERE d.day BETWEEN ${first} AND ${last} GROUP BY d.start, cell.model`
  return { share: 0.5, of: 'minute and model', sql }
}

/** All that a route does but to write it down. */
function answer(
  routeOf: (context: QueryContext) => AnswerRoute,
  now: number,
  query: string,
  params = {},
) {
  return async (store: Store) => {
    const about = { pollSeconds: 10, historyDays: 0 }
    const route = routeOf({ store, publicIds, shadowPrices: new Map(), about })
    return route.ask(params, new URLSearchParams(query), now).read()
  }
}

/** One route of the original. */
function compatRoute(path: string) {
  return (context: QueryContext): AnswerRoute => {
    const route = compatRoutes(context).find((each) => each.path === path)
    if (route === undefined) throw new TypeError(`there is no ${path}`)
    return route
  }
}
