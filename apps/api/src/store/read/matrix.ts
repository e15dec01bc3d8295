import type { Kysely } from 'kysely'
import { toCounters } from '../counter-columns.ts'
import type { Schema } from '../schema.ts'
import { counterSums } from './counter-sums.ts'
import { splitIntoWeeks, type DayRange } from './ranges.ts'
import { byTeams, type Teams } from './slices.ts'
import type { TeamTotal } from './totals.ts'

export type TeamModel = TeamTotal & { model: string }

/** What a team may have in a range: the models of a few weeks and days. */
const rowsPerTeam = 160

/** Team × model, summed from whole weeks and the days around them. */
export async function matrix(db: Kysely<Schema>, range: DayRange): Promise<TeamModel[]> {
  const rows = await byTeams(db, rowsPerTeam, (teams) => sumOf(db, range, teams))
  return rows.map((row) => ({ teamId: row.team_id, model: row.name, counters: toCounters(row) }))
}

function sumOf(db: Kysely<Schema>, range: DayRange, { least, most }: Teams) {
  const weeks = splitIntoWeeks(range)
  const ofDays = ({ first, last }: { first: number; last: number }) =>
    db
      .selectFrom('team')
      .crossJoin('team_model_day as d')
      .whereRef('d.team', '=', 'team.id')
      .select(['d.team', 'd.model', ...counterSums('d')])
      .where('team.id', '>=', least)
      .where('team.id', '<=', most)
      .where('d.day', '>=', first)
      .where('d.day', '<=', last)
      .groupBy(['d.team', 'd.model'])
  return db
    .with('part', () =>
      db
        .selectFrom('team')
        .crossJoin('team_model_week as w')
        .whereRef('w.team', '=', 'team.id')
        .select(['w.team', 'w.model', ...counterSums('w')])
        .where('team.id', '>=', least)
        .where('team.id', '<=', most)
        .where('w.week', '>=', weeks.first)
        .where('w.week', '<=', weeks.last)
        .groupBy(['w.team', 'w.model'])
        .unionAll(ofDays(weeks.before))
        .unionAll(ofDays(weeks.after)),
    )
    .selectFrom('part')
    .innerJoin('team', 'team.id', 'part.team')
    .innerJoin('model', 'model.id', 'part.model')
    .select(['team.team_id', 'model.name', ...counterSums('part')])
    .groupBy(['team.id', 'team.team_id', 'model.id', 'model.name'])
    .execute()
}
