import { sql } from 'kysely'
import type { SpendComparison } from '../../ledger/compare-spend.ts'
import { dayNumber, dayText } from '../day-number.ts'
import { parseComparison } from '../spend-comparison.ts'
import type { Writing } from './writing.ts'

/** Everything booked for a team on `firstDay` and later, and how it was last compared. */
export type ComparedTeam = {
  teamId: string
  firstDay: string
  ledgerUsd: number
  comparison: SpendComparison | null
}

/** `firstDay` is for teams that were never compared. */
export async function teamsToCompare({ trx }: Writing, firstDay: string): Promise<ComparedTeam[]> {
  const first = sql<number>`coalesce(w.first_day, ${sql.lit(dayNumber(firstDay))})`
  const rows = await trx
    .selectFrom('team as t')
    .leftJoin('spend_watch as w', 'w.team', 't.id')
    .leftJoin('team_day as d', (join) => join.onRef('d.team', '=', 't.id').on('d.day', '>=', first))
    .select(['t.team_id', 'w.marks', first.as('first')])
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('d.spend'), sql<number>`0`).as('spend'))
    .where('t.team_id', 'is not', null)
    .groupBy(['t.id', 't.team_id', 'w.marks', 'w.first_day'])
    .execute()
  return rows.map((row) => ({
    teamId: row.team_id ?? '',
    firstDay: dayText(row.first),
    ledgerUsd: row.spend,
    comparison: row.marks === null ? null : parseComparison(row.marks),
  }))
}

export async function saveComparisons(
  { trx, names }: Writing,
  comparisons: readonly { teamId: string; firstDay: string; comparison: SpendComparison }[],
): Promise<void> {
  const idOf = await names.teams(
    trx,
    comparisons.map(({ teamId }) => teamId),
  )
  for (const { teamId, firstDay, comparison } of comparisons) {
    const first_day = dayNumber(firstDay)
    const marks = JSON.stringify(comparison)
    await trx
      .insertInto('spend_watch')
      .values({ team: idOf(teamId), first_day, marks })
      .onConflict((conflict) => conflict.column('team').doUpdateSet({ first_day, marks }))
      .execute()
  }
}
