import type { CompatHourly } from '@podium/contracts'
import type { TeamDayHour, TeamTotal } from '../../domain/traffic.ts'
import { teamsShown, type Asked } from './teams-shown.ts'

type Read = { totals: readonly TeamTotal[]; hours: readonly TeamDayHour[] }

/** What the range holds, by the hour in which it arrived; the rest has no known hour. */
export function hourly({ totals, hours }: Read, { teams, coverage }: Asked): CompatHourly {
  const counted = new Set(teams.map(({ teamId }) => teamId))
  const tokens = Array.from({ length: 24 }, () => 0)
  for (const { teamId, hour, tokens: placed } of hours)
    if (teamId !== null && counted.has(teamId)) tokens[hour] = (tokens[hour] ?? 0) + placed
  const whole = teamsShown(teams, totals).reduce((sum, { tokens: ofTeam }) => sum + ofTeam, 0)
  return {
    hours: tokens.map((placed, hour) => ({ hour, tokens: placed })),
    unattributed_tokens: whole - tokens.reduce((sum, placed) => sum + placed, 0),
    coverage,
  }
}
