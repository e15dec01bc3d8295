import {
  CompatLeaderboard,
  CompatCostEfficiency,
  CompatHourly,
  CompatModels,
  CompatSuccessRate,
  CompatTimeseries,
} from '@podium/contracts'
import type { z } from 'zod'
import { compatRoutes } from '../../src/http/routes/compat.ts'
import { askRoute } from './ask-route.ts'

type Context = Parameters<typeof compatRoutes>[0]

/** All six routes of the original, asked the same. */
export async function askCompat(context: Context, asked: { query?: string; now: number }) {
  const routes = compatRoutes(context)
  const ask = <Answer>(path: string, schema: z.ZodType<Answer>) => {
    const route = routes.find((each) => each.path === path)
    if (route === undefined) throw new Error(`there is no ${path}`)
    return askRoute(route, schema, asked)
  }
  const [tokens, timeseries, models, successRate, costEfficiency, hourly] = await Promise.all([
    ask('/tokens', CompatLeaderboard),
    ask('/tokens/timeseries', CompatTimeseries),
    ask('/tokens/models', CompatModels),
    ask('/tokens/success-rate', CompatSuccessRate),
    ask('/tokens/cost-efficiency', CompatCostEfficiency),
    ask('/tokens/hourly', CompatHourly),
  ])
  return { tokens, timeseries, models, successRate, costEfficiency, hourly }
}

type Answers = Awaited<ReturnType<typeof askCompat>>

/** The one sum, as each route that counts tokens or requests gives it. */
export function sumsOf(answers: Answers) {
  const { tokens, timeseries, models, successRate, costEfficiency, hourly } = answers
  const days = timeseries.timeseries.flatMap(({ teams }) => teams)
  const keys = tokens.teams.flatMap(({ breakdown }) => breakdown.api_keys)
  const total = <Row>(rows: readonly Row[], read: (row: Row) => number) =>
    rows.reduce((sum, row) => sum + read(row), 0)
  return {
    tokens: {
      leaderboard: total(tokens.teams, (team) => team.tokens),
      keys: total(keys, ({ models: ofKey }) => total(ofKey, (model) => model.total_tokens)),
      timeseries: total(days, (team) => team.tokens),
      models: total(models.models, (model) => model.tokens),
      costEfficiency: total(costEfficiency.cells, (cell) => cell.total_tokens),
      hourly: total(hourly.hours, (hour) => hour.tokens) + hourly.unattributed_tokens,
    },
    requests: {
      timeseries: total(days, (team) => team.total_requests),
      successRate: total(successRate.teams, (team) => team.total_requests),
    },
  }
}
