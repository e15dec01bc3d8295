import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { counterSums } from '../counter-sums.ts'
import { splitIntoWeeks } from './ranges.ts'
import type { DayRange } from '../../domain/span.ts'
import { byTeams, type Teams } from './in-steps.ts'
import { nameTeamModels, type TeamModelSum } from './team-models.ts'
import type { TeamModel } from '../../domain/traffic.ts'

type Db = Kysely<Schema>

/** What a team may have in a range: the models of a few weeks and days. */
const rowsPerTeam = 160

/** Team × model. */
export async function matrix(db: Db, range: DayRange): Promise<TeamModel[]> {
  return nameTeamModels(db, await matrixSums(db, range))
}

/** Whole weeks, and the days around them. */
export async function matrixSums(db: Db, range: DayRange): Promise<TeamModelSum[]> {
  const { weeks_before: weeksBefore } = await db
    .selectFrom('state')
    .select('weeks_before')
    .executeTakeFirstOrThrow()
  const { weeks, days } = splitIntoWeeks(range, weeksBefore)
  return byTeams(db, rowsPerTeam, async (teams) => {
    const [ofWeeks, ofDays] = await Promise.all([
      weeks === null ? [] : sumWeeks(db, weeks, teams),
      days.length === 0 ? [] : sumDays(db, days, teams),
    ])
    return [...ofWeeks, ...ofDays]
  })
}

type Weeks = { first: number; last: number }

function sumWeeks(db: Db, { first, last }: Weeks, { least, most }: Teams) {
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

function sumDays(db: Db, days: readonly number[], { least, most }: Teams) {
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
