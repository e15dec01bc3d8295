import type { Kysely } from 'kysely'
import { parseComparison } from '../spend-comparison.ts'
import type { SpendComparison } from '../../ledger/compare-spend.ts'
import type { Schema } from '../schema.ts'

export type TeamSpendComparison = { teamId: string; comparison: SpendComparison }

/** How each team's own counter was last held against what is booked for it. */
export async function spendComparisons(db: Kysely<Schema>): Promise<TeamSpendComparison[]> {
  const rows = await db
    .selectFrom('spend_watch as w')
    .innerJoin('team as t', 't.id', 'w.team')
    .select(['t.team_id', 'w.marks'])
    .orderBy('t.id')
    .execute()
  return rows.map((row) => ({ teamId: row.team_id ?? '', comparison: parseComparison(row.marks) }))
}
