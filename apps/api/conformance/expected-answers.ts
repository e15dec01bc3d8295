import type {
  Coverage,
  CompatLeaderboard,
  CompatCostEfficiency,
  CompatModels,
  CompatSuccessRate,
  CompatTimeseries,
} from '@podium/contracts'
import type { PublicIds } from '../src/analytics/public-ids.ts'
import type { Books, Row } from './gateway-rows.ts'

type Given = Books & {
  keys: readonly { key: string; alias: string | null }[]
  coverage: Coverage
  publicIds: PublicIds
  /** The public name under which this release tells a row. */
  modelOf: (row: Row) => string
}

export type Answers = {
  tokens: CompatLeaderboard
  timeseries: CompatTimeseries
  models: CompatModels
  successRate: CompatSuccessRate
  costEfficiency: CompatCostEfficiency
}

/** What the routes have to say, made from the gateway's books without a line of what they are made by. */
export function expectedAnswers(given: Given): Answers {
  const { rows, coverage } = given
  const teams = named(given)
  return {
    tokens: { teams: teams.map((team) => leaderboardRow(team, given)), coverage },
    timeseries: {
      timeseries: [...new Set([coverage.start_date, coverage.end_date])].map((date) => ({
        date,
        teams: teams.map(({ name, rows: ofTeam }) => {
          const ofDay = ofTeam.filter((row) => row.date === date)
          return { name, tokens: tokensIn(ofDay), ...requestsIn(ofDay) }
        }),
      })),
      coverage,
    },
    models: {
      models: byModel(rows, given).map(({ model, tokens }) => ({ model, tokens })),
      coverage,
    },
    successRate: {
      teams: teams.map(({ name, rows: ofTeam }) => {
        const counts = requestsIn(ofTeam)
        const share = counts.successful_requests / Math.max(1, counts.total_requests)
        return { name, ...counts, success_rate: Number((100 * share).toFixed(2)) }
      }),
      coverage,
    },
    costEfficiency: {
      cells: teams.flatMap((team) =>
        byModel(team.rows, given).map((ofModel) => ({ team: team.name, ...costs(ofModel) })),
      ),
      coverage,
    },
  }
}

export function tokensIn(rows: readonly Row[]): number {
  return total(rows, (row) => row.prompt + row.completion)
}

type Team = { id: string; name: string; rows: readonly Row[] }
type OfModel = { model: string; rows: readonly Row[]; tokens: number }

/** Most tokens first. Two teams with one alias have an end of their id behind it. */
function named({ teams, rows, publicIds }: Given): Team[] {
  const sharing = Map.groupBy(teams, ({ alias }) => alias)
  return teams
    .map(({ id: raw, alias }) => {
      const id = publicIds.team(raw)
      const isShared = (sharing.get(alias)?.length ?? 0) > 1
      const name = alias === null ? id : isShared ? `${alias} (${id.slice(-4)})` : alias
      return { id, name, rows: rows.filter((row) => row.team === raw) }
    })
    .toSorted((a, b) => tokensIn(b.rows) - tokensIn(a.rows) || (a.id < b.id ? -1 : 1))
}

function leaderboardRow({ id, name, rows }: Team, given: Given) {
  const aliasOf = new Map(given.keys.map(({ key, alias }) => [key, alias]))
  const keys = [...Map.groupBy(rows, ({ key }) => key)]
    .map(([key, ofKey]) => ({ id: given.publicIds.key(key), key, rows: ofKey }))
    .toSorted((a, b) => tokensIn(b.rows) - tokensIn(a.rows) || (a.id < b.id ? -1 : 1))
  return {
    name,
    tokens: tokensIn(rows),
    team_id: id,
    breakdown: {
      api_keys: keys.map(({ id: api_key, key, rows: ofKey }) => ({
        api_key,
        key_alias: aliasOf.get(key) ?? null,
        models: byModel(ofKey, given).map(({ model, rows: ofModel, tokens }) => ({
          model_name: model,
          total_tokens: tokens,
          prompt_tokens: total(ofModel, (row) => row.prompt),
          completion_tokens: total(ofModel, (row) => row.completion),
        })),
      })),
    },
  }
}

function byModel(rows: readonly Row[], { modelOf }: Given): OfModel[] {
  return [...Map.groupBy(rows, modelOf)]
    .map(([model, ofModel]) => ({ model, rows: ofModel, tokens: tokensIn(ofModel) }))
    .toSorted((a, b) => b.tokens - a.tokens || (a.model < b.model ? -1 : 1))
}

function costs({ model, rows, tokens }: OfModel) {
  const spend = total(rows, (row) => row.spend)
  return {
    model,
    cost_per_1k_tokens: tokens === 0 ? 0 : Number(((1000 * spend) / tokens).toFixed(4)),
    total_cost: Number(spend.toFixed(4)),
    total_tokens: tokens,
  }
}

function requestsIn(rows: readonly Row[]) {
  return {
    total_requests: total(rows, (row) => row.requests),
    successful_requests: total(rows, (row) => row.successes),
    failed_requests: total(rows, (row) => row.failures),
  }
}

function total(rows: readonly Row[], read: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + read(row), 0)
}
