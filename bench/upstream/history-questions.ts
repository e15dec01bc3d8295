import { createPublicIds } from '@podium/api/src/access/public-ids.ts'
import type { QueryContext } from '@podium/api/src/queries/query-context.ts'
import { boardRoute } from '@podium/api/src/http/routes/board.ts'
import { compatRoutes } from '@podium/api/src/http/routes/compat.ts'
import { hoursRoute } from '@podium/api/src/http/routes/hours.ts'
import { matrixRoute } from '@podium/api/src/http/routes/matrix.ts'
import { modelsRoute } from '@podium/api/src/http/routes/models.ts'
import type { AnswerRoute } from '@podium/api/src/http/routes/route.ts'
import { seriesRoute } from '@podium/api/src/http/routes/series.ts'
import { teamRoute } from '@podium/api/src/http/routes/team.ts'
import type { Store } from '@podium/api/src/store/open-store.ts'

/** Something that is asked of a long past, and how soon it has to be read. */
export type Question = {
  name: string
  isPromised: boolean
  ask: (store: Store) => Promise<unknown>
}

const publicIds = createPublicIds(Buffer.alloc(32))

/** Of 90 days, seven and one, as the routes ask; `end` is the end of the last UTC day, in epoch seconds. */
export function historyQuestions(end: number): Question[] {
  const now = (end - 60) * 1000
  const ago = (days: number) => new Date((end - days * 86_400) * 1000).toISOString().slice(0, 10)
  const range = { from: ago(90), to: ago(1) }
  const ninety = `from=${ago(90)}&to=${ago(1)}`
  const week = `from=${ago(7)}&to=${ago(1)}`
  return [
    promised('totals of 90 days', (store) => store.teamTotals(range)),
    promised('teams × models of 90 days', (store) => store.matrix(range)),
    promised('days of 90 days by team', (store) => store.teamDays(range)),
    promised('/series of 90 days by team', answer(seriesRoute, now, ninety)),
    promised('/series of 7 days by hour', answer(seriesRoute, now, `${week}&bucket=hour`)),
    promised('/hours of 7 days', answer(hoursRoute, now, week)),
    promised(
      '/series of 24 hours by minute and model',
      answer(seriesRoute, now, 'range=24h&bucket=minute&by=model'),
    ),
    ...ofBoard(now, { ninety, week }),
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
    patient('/matrix of 90 days', answer(matrixRoute, now, ninety)),
    patient('/models of 90 days', answer(modelsRoute, now, ninety)),
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

function promised(name: string, ask: Question['ask']): Question {
  return { name, ask, isPromised: true }
}

function patient(name: string, ask: Question['ask']): Question {
  return { name, ask, isPromised: false }
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
