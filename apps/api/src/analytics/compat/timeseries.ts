import type { CompatTimeseries } from '@podium/contracts'
import type { DayCounters, TeamDay } from '../../domain/traffic.ts'
import { daysBetween } from '../../domain/utc-day.ts'
import { noCounters } from '../../domain/counters.ts'
import { teamsShown, tokensOf, type Asked } from './teams-shown.ts'

/** Every day with every team, oldest first; what has not been read yet is named in `coverage`. */
export function timeseries(rows: readonly TeamDay[], { teams, coverage }: Asked): CompatTimeseries {
  const shown = teamsShown(teams, rows).map(({ team, rows: days }) => ({
    name: team.name,
    countersOf: new Map(days.map(({ day, counters }) => [day, counters])),
  }))
  const days = daysBetween(coverage.start_date, coverage.end_date)
  return {
    timeseries: days.map((date) => ({
      date,
      teams: shown.map(({ name, countersOf }) => entry(name, countersOf.get(date) ?? noCounters)),
    })),
    coverage,
  }
}

function entry(name: string, counters: DayCounters) {
  return {
    name,
    tokens: tokensOf(counters),
    total_requests: counters.requests,
    successful_requests: counters.successes,
    failed_requests: counters.failures,
  }
}
