import type { Matrix, MatrixMeasure, Usage } from '@podium/contracts'
import type { Counters } from '@podium/litellm-client'
import { sum } from '../../domain/counters.ts'
import type { Filter } from '../filter.ts'
import type { Terms } from '../prices.ts'
import type { NamedTraffic } from '../team-names.ts'
import { hasTraffic, trafficByTeam } from '../team-usage.ts'
import type { ModelTotal, TeamModel } from '../../domain/traffic.ts'
import { usageOf } from '../usage.ts'

type MatrixInput = {
  teams: readonly NamedTraffic[]
  rows: readonly TeamModel[]
  filter: Filter
  measure: MatrixMeasure
  termsOf: Terms
}

const valueOf: Record<MatrixMeasure, (usage: Usage) => number | null> = {
  tokens: (usage) => usage.tokens,
  requests: (usage) => usage.requests,
  spend: (usage) => usage.spend_usd,
  success: (usage) => usage.success_rate,
  cost_per_1k_tokens: (usage) => usage.cost_per_1k_tokens,
  efficiency: (usage) => usage.output_per_usd,
}

/** Which team used which model how much; only those with traffic, most tokens first. */
export function describeMatrix(
  known: MatrixInput,
): Pick<Matrix, 'teams' | 'models' | 'cells' | 'totals'> {
  const nameOf = new Map(known.teams.map(({ teamId, name }) => [teamId, name]))
  const teams = trafficByTeam(known.rows, known.filter)
    .flatMap(({ teamId, models, counters }) => {
      const name = nameOf.get(teamId)
      return name === undefined ? [] : [{ name, models, tokens: tokensOf(counters) }]
    })
    .toSorted((a, b) => b.tokens - a.tokens || (a.name.id < b.name.id ? -1 : 1))
  const byModel = Map.groupBy(
    teams.flatMap((team) => team.models).filter(({ counters }) => hasTraffic(counters)),
    ({ model }) => model,
  )
  const used = [...byModel]
    .map(([model, rows]) => ({
      model,
      rows,
      tokens: tokensOf(sum(rows.map(({ counters }) => counters))),
    }))
    .toSorted((a, b) => b.tokens - a.tokens || (a.model < b.model ? -1 : 1))
  const models = used.map(({ model }) => model)
  const valueOfAll = (rows: readonly ModelTotal[]) =>
    valueOf[known.measure](usageOf(rows, known.termsOf))
  return {
    teams: teams.map(({ name }) => name),
    models,
    cells: teams.map((team) => {
      const countersOf = new Map(team.models.map(({ model, counters }) => [model, counters]))
      return models.map((model) => {
        const counters = countersOf.get(model)
        const isUsed = counters !== undefined && hasTraffic(counters)
        return isUsed ? valueOfAll([{ model, counters }]) : null
      })
    }),
    totals: {
      teams: teams.map((team) => valueOfAll(team.models)),
      models: used.map(({ rows }) => valueOfAll(rows)),
      all: valueOfAll(used.flatMap(({ rows }) => rows)),
    },
  }
}

function tokensOf({ promptTokens, completionTokens }: Counters): number {
  return promptTokens + completionTokens
}
