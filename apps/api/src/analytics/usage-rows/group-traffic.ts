import type { SumMeasure } from '@podium/contracts'
import type { ModelTotal, TeamModel } from '../../domain/traffic.ts'
import { amountOf } from '../../domain/measure.ts'
import type { Filter } from '../filter.ts'
import { bySize, grouping, idOf, type Grouped, type GroupName } from '../grouping.ts'
import type { NamedTraffic } from '../team-names.ts'
import { trafficByTeam } from '../team-usage.ts'

export type Known = {
  rows: readonly TeamModel[]
  filter: Filter
  teams: readonly NamedTraffic[]
  models: readonly { model: string; provider: string | null }[]
}

/** What a group used, by model. */
export type Group = { name: GroupName; parts: readonly ModelTotal[]; size: number }

/** The traffic that is asked about, by group, most of `measure` first. */
export function groupTraffic(
  { rows, filter, teams, models }: Known,
  { measure, ...grouped }: Grouped & { measure: SumMeasure },
  groupOf = grouping({ teams, models }, grouped),
): Group[] {
  const parts = trafficByTeam(rows, filter).flatMap(({ teamId, models: used }) =>
    used.map((part) => ({ name: groupOf(teamId, part.model), part })),
  )
  return [...Map.groupBy(parts, ({ name }) => name)]
    .map(([name, some]) => {
      const own = some.map(({ part }) => part)
      return { name, parts: own, size: sizeOf(own, measure) }
    })
    .sort(bySize)
}

export function sizeOf(parts: readonly ModelTotal[], measure: SumMeasure): number {
  return parts.reduce((sum, { counters }) => sum + amountOf(measure, counters), 0)
}

/** What groups used, found by their name. */
export function partsById(groups: readonly Group[]): Map<string, readonly ModelTotal[]> {
  return new Map(groups.map(({ name, parts }) => [idOf(name), parts]))
}
