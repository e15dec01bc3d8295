import type { TokensTimeseries } from '@podium/contracts'
import type { Counters } from '@podium/litellm-client'
import { daysBetween } from '../../domain/utc-day.ts'
import { teamsShown, tokensOf, type Asked, type TokenCounters } from './teams-shown.ts'

type DayCounters = TokenCounters & Pick<Counters, 'successes' | 'failures'>
type TeamDay = { teamId: string | null; day: string; counters: DayCounters }

const noCounters: DayCounters = {
  promptTokens: 0,
  completionTokens: 0,
  requests: 0,
  successes: 0,
  failures: 0,
}

/** Every day with every team, oldest first; what has not been read yet is named in `coverage`. */
export function timeseries(rows: readonly TeamDay[], { teams, coverage }: Asked): TokensTimeseries {
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
