import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { dayNumbers, type DayRange } from './ranges.ts'

/** What was placed into one hour of the UTC day, in some days of the range. */
export type TeamDayHour = { teamId: string | null; hour: number; tokens: number }

/** A long range is read a month at a time, so that nobody else has to wait for all of it. */
const daysAtOnce = 30
const secondsPerDay = 86_400

/** Several rows for one hour are several months. */
export async function dayHours(db: Kysely<Schema>, range: DayRange): Promise<TeamDayHour[]> {
  const { first, last } = dayNumbers(range)
  const rows: TeamDayHour[] = []
  for (let day = first; day <= last; day += daysAtOnce) {
    rows.push(...(await ofMonth(db, day, Math.min(day + daysAtOnce, last + 1))))
    await nextTurn()
  }
  return rows
}

async function ofMonth(db: Kysely<Schema>, first: number, end: number): Promise<TeamDayHour[]> {
  const hour = sql<number>`(h.start % 86400) / 3600`
  const rows = await db
    .selectFrom('team')
    .crossJoin('team_hour as h')
    .whereRef('h.team', '=', 'team.id')
    .select(['team.team_id', hour.as('hour')])
    .select(sql<number>`sum(h.prompt + h.completion)`.as('tokens'))
    .where('h.start', '>=', first * secondsPerDay)
    .where('h.start', '<', end * secondsPerDay)
    .groupBy(['team.id', 'team.team_id', hour])
    .execute()
  return rows.map(({ team_id, hour: of, tokens }) => ({ teamId: team_id, hour: of, tokens }))
}
