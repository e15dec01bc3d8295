import type { DayPlacement } from '../../domain/day-coverage.ts'
import type { TeamTotal } from '../../domain/traffic.ts'
import type { Kysely } from 'kysely'
import { toCounters } from '../counter-columns.ts'
import { dayText } from '../day-number.ts'
import { reasonOf } from '../reason-code.ts'
import type { Schema } from '../schema.ts'
import { counterSums } from '../counter-sums.ts'
import { dayNumbers } from './ranges.ts'
import type { DayRange } from '../../domain/span.ts'
import { fromTeams } from '../from-teams.ts'

type Db = Kysely<Schema>

export async function teamTotals(db: Db, range: DayRange): Promise<TeamTotal[]> {
  const { first, last } = dayNumbers(range)
  const rows = await fromTeams(db, 'team_day')
    .select(['team.team_id', ...counterSums('d')])
    .where('d.day', '>=', first)
    .where('d.day', '<=', last)
    .groupBy(['team.id', 'team.team_id'])
    .execute()
  return rows.map((row) => ({ teamId: row.team_id, counters: toCounters(row) }))
}

/** Oldest first. */
export async function placement(db: Db, range: DayRange): Promise<DayPlacement[]> {
  const { first, last } = dayNumbers(range)
  const rows = await fromTeams(db, 'team_day')
    .select(['d.day', 'd.reason', ...counterSums('d')])
    .where('d.day', '>=', first)
    .where('d.day', '<=', last)
    .groupBy(['d.day', 'd.reason'])
    .orderBy('d.day')
    .orderBy('d.reason')
    .execute()
  return rows.map((row) => ({
    day: dayText(row.day),
    reason: reasonOf(row.reason),
    counters: toCounters(row),
  }))
}
