import { counterColumns } from '../counter-columns.ts'
import { teamModelWeek } from '../counter-table.ts'
import { dayNumber, weekNumber } from '../day-number.ts'
import { counterSums } from '../counter-sums.ts'
import type { Writing } from './writing.ts'
import { fromTeams } from '../from-teams.ts'

const daysPerWeek = 7

/**
 * Sums the oldest week that is not yet, where it ended before `day`; false where none is left. One at a time, so that
 * polls come in between.
 */
export async function sumOldestWeek(writing: Writing, day: string): Promise<boolean> {
  const { trx, weeksBefore } = writing
  const end = weekNumber(dayNumber(day))
  const { oldest } = await trx
    .selectFrom('day_read')
    .select((eb) => eb.fn.min<number | null>('day').as('oldest'))
    .where('day', '>=', weeksBefore * daysPerWeek)
    .where('day', '<', end * daysPerWeek)
    .executeTakeFirstOrThrow()
  const week = oldest === null ? end : weekNumber(oldest)
  if (week < end) await sumWeek(writing, week)
  const weeksNow = Math.min(week + 1, end)
  await trx
    .updateTable('state')
    .set({ weeks_before: weeksNow })
    .where('weeks_before', '<', weeksNow)
    .execute()
  return week < end
}

/** What is left of a week's days. */
export async function sumWeek({ trx, bulk }: Writing, week: number): Promise<void> {
  const rows = await fromTeams(trx, 'team_model_day')
    .select(['d.team', 'd.model', ...counterSums('d')])
    .where('d.day', '>=', week * daysPerWeek)
    .where('d.day', '<', (week + 1) * daysPerWeek)
    .groupBy(['d.team', 'd.model'])
    .execute()
  await bulk.put(
    teamModelWeek,
    rows.map((row) => [row.team, week, row.model, ...counterColumns.map((column) => row[column])]),
  )
}
