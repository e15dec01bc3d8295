import type { SpendComparison } from '../../ledger/compare-spend.ts'
import { dayNumber, dayText } from '../day-number.ts'
import { fromTeams } from '../from-teams.ts'
import { parseComparison } from '../spend-comparison.ts'
import type { Writing } from './writing.ts'

/** What is booked for a team on `firstDay` and later, by day, and how it was last compared. */
export type ComparedTeam = {
  teamId: string
  firstDay: string
  days: readonly { day: string; usd: number }[]
  comparison: SpendComparison | null
  /** Whether a list has named it before. */
  wasListed: boolean
}

/** `firstDay` is for teams that were never compared. */
export async function teamsToCompare({ trx }: Writing, firstDay: string): Promise<ComparedTeam[]> {
  const first = dayNumber(firstDay)
  const teams = await trx
    .selectFrom('team as t')
    .leftJoin('spend_watch as w', 'w.team', 't.id')
    .select(['t.id', 't.team_id', 't.listed_at', 'w.marks', 'w.first_day'])
    .where('t.team_id', 'is not', null)
    .execute()
  const oldest = Math.min(first, ...teams.map(({ first_day }) => first_day ?? first))
  const days = await fromTeams(trx, 'team_day')
    .select((eb) => ['d.team', 'd.day', eb.fn.sum<number>('d.spend').as('usd')])
    .where('d.day', '>=', oldest)
    .groupBy(['d.team', 'd.day'])
    .execute()
  const daysOf = Map.groupBy(days, ({ team }) => team)
  return teams.map((row) => ({
    teamId: row.team_id ?? '',
    firstDay: dayText(row.first_day ?? first),
    days: (daysOf.get(row.id) ?? [])
      .filter(({ day }) => day >= (row.first_day ?? first))
      .map(({ day, usd }) => ({ day: dayText(day), usd })),
    comparison: row.marks === null ? null : parseComparison(row.marks),
    wasListed: row.listed_at !== null,
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
