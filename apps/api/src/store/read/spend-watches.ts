import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { SpendWatch } from '../../ledger/follow-spend.ts'
import type { Schema } from '../schema.ts'

const Mark = z.object({
  at: z.number(),
  meterUsd: z.number(),
  leastUsd: z.number(),
  mostUsd: z.number(),
})
const Watch = z.object({
  from: Mark.nullable(),
  last: Mark.nullable(),
  open: Mark,
  ledgerUsd: z.number(),
})

export type TeamSpendWatch = { teamId: string; watch: SpendWatch }

/** How each team's own counter was last held against what is booked for it. */
export async function spendWatches(db: Kysely<Schema>): Promise<TeamSpendWatch[]> {
  const rows = await db
    .selectFrom('spend_watch as w')
    .innerJoin('team as t', 't.id', 'w.team')
    .select(['t.team_id', 'w.marks'])
    .orderBy('t.id')
    .execute()
  return rows.map((row) => ({ teamId: row.team_id ?? '', watch: parseWatch(row.marks) }))
}

export function parseWatch(marks: string): SpendWatch {
  return Watch.parse(JSON.parse(marks))
}
