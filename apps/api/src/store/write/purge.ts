import { sql, type Kysely } from 'kysely'
import { dayNumber, weekNumber } from '../day-number.ts'
import type { Schema } from '../schema.ts'
import { sumWeek } from './sum-weeks.ts'
import { touchDays } from './versions.ts'
import type { Writing } from './writing.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'

/** The column that says when a row was, and how many of its units a day has. */
const dated = [
  ['day_cell', 'day', 1],
  ['delta', 'day', 1],
  ['fall', 'day', 1],
  ['correction', 'day', 1],
  ['team_day', 'day', 1],
  ['team_model_day', 'day', 1],
  ['team_hour', 'start', secondsPerDay],
  ['team_model_hour', 'start', secondsPerDay],
  ['model_hour', 'start', secondsPerDay],
  ['model_day', 'day', 1],
  ['model_bucket', 'start', secondsPerDay],
  ['team_meter', 'minute', secondsPerDay],
  ['poll', 'started_ms', secondsPerDay * 1000],
  ['spend_watch', 'first_day', 1],
] as const

export type PurgeCount = { table: string; rows: number }

/** What a purge of everything before `day` would delete. */
export async function countBefore(db: Kysely<Schema>, day: string): Promise<PurgeCount[]> {
  const counts: PurgeCount[] = []
  for (const [table, column, perDay] of dated) {
    const { rows } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .where(sql.ref(column), '<', dayNumber(day) * perDay)
      .executeTakeFirstOrThrow()
    counts.push({ table, rows })
  }
  return counts
}

/** Deletes every day before `day` for good: the gateway is not asked for it again. Names stay. */
export async function purgeBefore(writing: Writing, day: string): Promise<void> {
  const { trx, days } = writing
  days.forget()
  const end = dayNumber(day)
  for (const [table, column, perDay] of dated)
    await trx
      .deleteFrom(table)
      .where(sql.ref(column), '<', end * perDay)
      .execute()
  await sumWeekAgain(writing, end)
  await touchDays(trx, { first: 0, last: end - 1 })
  await trx
    .updateTable('state')
    .set({ purged_before: end })
    .where('purged_before', '<', end)
    .execute()
}

/** Of the week that `first` lies in, only its days from there on are left. */
async function sumWeekAgain(writing: Writing, first: number): Promise<void> {
  const week = weekNumber(first)
  await writing.trx.deleteFrom('team_model_week').where('week', '<=', week).execute()
  if (week < writing.weeksBefore) await sumWeek(writing, week)
}
