import type { Kysely } from 'kysely'
import type { TeamModel } from '../../domain/traffic.ts'
import type { DayRange } from '../../domain/span.ts'
import { toCounters } from '../counter-columns.ts'
import { counterSums } from '../counter-sums.ts'
import { dayText } from '../day-number.ts'
import { fromTeams } from '../from-teams.ts'
import type { Schema } from '../schema.ts'
import { dayNumbers } from './ranges.ts'

/** What nobody, or the gateway's own team `teamId`, did with each model on each UTC day. */
export async function modelDaysBeside(
  db: Kysely<Schema>,
  range: DayRange,
  teamId: string,
): Promise<(TeamModel & { day: string })[]> {
  const { first, last } = dayNumbers(range)
  const rows = await fromTeams(db, 'team_model_day')
    .innerJoin('model', 'model.id', 'd.model')
    .select(['team.team_id', 'd.day', 'model.name', ...counterSums('d')])
    .where((eb) => eb.or([eb('team.team_id', 'is', null), eb('team.team_id', '=', teamId)]))
    .where('d.day', '>=', first)
    .where('d.day', '<=', last)
    .groupBy(['team.team_id', 'd.day', 'model.name'])
    .execute()
  return rows.map((row) => ({
    teamId: row.team_id,
    day: dayText(row.day),
    model: row.name,
    counters: toCounters(row),
  }))
}
