import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { counterSums } from './counter-sums.ts'
import { splitIntoWeeks } from './ranges.ts'
import type { DayRange } from '../../domain/span.ts'
import { byTeams, type Source, type Teams } from './slices.ts'
import { nameTeamModels, type TeamModel, type TeamModelSum } from './team-models.ts'

/** What a team may have in a range: the models of a few weeks and days. */
const rowsPerTeam = 160

/** Team × model. */
export async function matrix(source: Source, range: DayRange): Promise<TeamModel[]> {
  return nameTeamModels(source.db, await matrixSums(source, range))
}

/** Whole weeks, and the days around them. */
export async function matrixSums(source: Source, range: DayRange): Promise<TeamModelSum[]> {
  const { db } = source
  const { weeks_before: weeksBefore } = await db
    .selectFrom('state')
    .select('weeks_before')
    .executeTakeFirstOrThrow()
  const { weeks, days } = splitIntoWeeks(range, weeksBefore)
  return byTeams(source, rowsPerTeam, async (teams) => {
    const [ofWeeks, ofDays] = await Promise.all([
      weeks === null ? [] : sumWeeks(db, weeks, teams),
      days.length === 0 ? [] : sumDays(db, days, teams),
    ])
    return [...ofWeeks, ...ofDays]
  })
}

type Weeks = { first: number; last: number }

function sumWeeks(db: Kysely<Schema>, { first, last }: Weeks, { least, most }: Teams) {
  return db
    .selectFrom('team')
    .crossJoin('team_model_week as w')
    .whereRef('w.team', '=', 'team.id')
    .select(['w.team', 'w.model', ...counterSums('w')])
    .where('team.id', '>=', least)
    .where('team.id', '<=', most)
    .where('w.week', '>=', first)
    .where('w.week', '<=', last)
    .groupBy(['w.team', 'w.model'])
    .execute()
}

function sumDays(db: Kysely<Schema>, days: readonly number[], { least, most }: Teams) {
  return db
    .selectFrom('team')
    .crossJoin('team_model_day as d')
    .whereRef('d.team', '=', 'team.id')
    .select(['d.team', 'd.model', ...counterSums('d')])
    .where('team.id', '>=', least)
    .where('team.id', '<=', most)
    .where('d.day', 'in', days)
    .groupBy(['d.team', 'd.model'])
    .execute()
}
