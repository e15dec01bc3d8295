import { sql, type Kysely } from 'kysely'
import type { TeamDayHour } from '../../domain/traffic.ts'
import { dayNumbers } from './ranges.ts'
import type { DayRange } from '../../domain/span.ts'
import { byHours } from './in-steps.ts'
import { secondsPerDay, secondsPerHour } from '../../domain/utc-day.ts'
import type { Schema } from '../schema.ts'
import { fromTeams } from '../from-teams.ts'

type Db = Kysely<Schema>

/** What all teams have in an hour; their sums are quick. */
const teamsPerHour = 60

/** Several rows for one hour are of several parts of the range. */
export async function dayHours(db: Db, range: DayRange): Promise<TeamDayHour[]> {
  const { first, last } = dayNumbers(range)
  const whole = { from: first * secondsPerDay, to: (last + 1) * secondsPerDay }
  const hour = sql<number>`(d.start % ${sql.lit(secondsPerDay)}) / ${sql.lit(secondsPerHour)}`
  const rows = await byHours(whole, teamsPerHour, ({ from, to }) =>
    fromTeams(db, 'team_hour')
      .select(['team.team_id', hour.as('hour')])
      .select(sql<number>`sum(d.prompt + d.completion)`.as('tokens'))
      .where('d.start', '>=', from)
      .where('d.start', '<', to)
      .groupBy(['team.id', 'team.team_id', hour])
      .execute(),
  )
  return rows.map(({ team_id, hour: of, tokens }) => ({ teamId: team_id, hour: of, tokens }))
}
