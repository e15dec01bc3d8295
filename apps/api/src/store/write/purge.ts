import { sql } from 'kysely'
import { datedTables } from '../dated-tables.ts'
import { dayNumber, weekNumber } from '../day-number.ts'
import { sumWeek } from './sum-weeks.ts'
import { touchDays } from './versions.ts'
import type { Writing } from './writing.ts'

/** Deletes every day before `day` for good: the gateway is not asked for it again. Names stay. */
export async function purgeBefore(writing: Writing, day: string): Promise<void> {
  const { trx, days } = writing
  days.forget()
  const end = dayNumber(day)
  for (const [table, column, perDay] of datedTables)
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
