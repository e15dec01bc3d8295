import { sql } from 'kysely'
import type { SpendWatch } from '../../ledger/follow-spend.ts'
import { dayNumber, dayText } from '../day-number.ts'
import { parseWatch } from '../read/spend-watches.ts'
import type { Writing } from './writing.ts'

/** Everything booked for a team on `firstDay` and later, and how it was last compared. */
export type WatchedTeam = {
  teamId: string
  firstDay: string
  ledgerUsd: number
  watch: SpendWatch | null
}

/** `firstDay` is for teams that nobody has watched yet. */
export async function watchedTeams({ trx }: Writing, firstDay: string): Promise<WatchedTeam[]> {
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
    watch: row.marks === null ? null : parseWatch(row.marks),
  }))
}

export async function saveWatches(
  { trx, names }: Writing,
  watches: readonly { teamId: string; firstDay: string; watch: SpendWatch }[],
): Promise<void> {
  const idOf = await names.teams(
    trx,
    watches.map(({ teamId }) => teamId),
  )
  for (const { teamId, firstDay, watch } of watches) {
    const first_day = dayNumber(firstDay)
    const marks = JSON.stringify(watch)
    await trx
      .insertInto('spend_watch')
      .values({ team: idOf(teamId), first_day, marks })
      .onConflict((conflict) => conflict.column('team').doUpdateSet({ first_day, marks }))
      .execute()
  }
}
