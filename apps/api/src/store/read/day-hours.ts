import { sql } from 'kysely'
import { dayNumbers } from './ranges.ts'
import type { DayRange } from '../../domain/span.ts'
import { bySpans, type Source } from './slices.ts'
import { secondsPerDay, secondsPerHour } from '../../domain/utc-day.ts'

/** What was placed into one hour of the UTC day, in some days of the range. */
export type TeamDayHour = { teamId: string | null; hour: number; tokens: number }

/** What all teams have in an hour; their sums are quick. */
const teamsPerHour = 60

/** Several rows for one hour are of several parts of the range. */
export async function dayHours(source: Source, range: DayRange): Promise<TeamDayHour[]> {
  const { first, last } = dayNumbers(range)
  const whole = { from: first * secondsPerDay, to: (last + 1) * secondsPerDay }
  const hour = sql<number>`(h.start % ${sql.lit(secondsPerDay)}) / ${sql.lit(secondsPerHour)}`
  const rows = await bySpans(source, whole, teamsPerHour, ({ from, to }) =>
    source.db
      .selectFrom('team')
      .crossJoin('team_hour as h')
      .whereRef('h.team', '=', 'team.id')
      .select(['team.team_id', hour.as('hour')])
      .select(sql<number>`sum(h.prompt + h.completion)`.as('tokens'))
      .where('h.start', '>=', from)
      .where('h.start', '<', to)
      .groupBy(['team.id', 'team.team_id', hour])
      .execute(),
  )
  return rows.map(({ team_id, hour: of, tokens }) => ({ teamId: team_id, hour: of, tokens }))
}
