import {
  Tokens,
  TokensCostEfficiency,
  TokensHourly,
  TokensModels,
  TokensSuccessRate,
  TokensTimeseries,
} from '@podium/contracts'
import { costEfficiencyRoute } from '../../src/http/tokens/cost-efficiency.ts'
import { tokensHourlyRoute } from '../../src/http/tokens/hourly.ts'
import { leaderboardRoute } from '../../src/http/tokens/leaderboard.ts'
import { tokensModelsRoute } from '../../src/http/tokens/models.ts'
import { successRateRoute } from '../../src/http/tokens/success-rate.ts'
import { timeseriesRoute } from '../../src/http/tokens/timeseries.ts'
import { askRoute } from './ask-route.ts'

type Deps = Parameters<typeof leaderboardRoute>[0] &
  Parameters<typeof timeseriesRoute>[0] &
  Parameters<typeof tokensModelsRoute>[0] &
  Parameters<typeof tokensHourlyRoute>[0]

/** All six routes of the original, asked the same. */
export async function askCompat(deps: Deps, asked: { query?: string; now: number }) {
  const [tokens, timeseries, models, successRate, costEfficiency, hourly] = await Promise.all([
    askRoute(leaderboardRoute(deps), Tokens, asked),
    askRoute(timeseriesRoute(deps), TokensTimeseries, asked),
    askRoute(tokensModelsRoute(deps), TokensModels, asked),
    askRoute(successRateRoute(deps), TokensSuccessRate, asked),
    askRoute(costEfficiencyRoute(deps), TokensCostEfficiency, asked),
    askRoute(tokensHourlyRoute(deps), TokensHourly, asked),
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
