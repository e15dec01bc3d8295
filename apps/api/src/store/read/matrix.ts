import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { counterSums } from '../counter-sums.ts'
import { splitIntoWeeks } from './ranges.ts'
import type { DayRange } from '../../domain/span.ts'
import { byTeams } from './in-steps.ts'
import { type Teams, fromTeams } from '../from-teams.ts'
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
export async function matrixSums(
  db: Db,
  range: DayRange,
  only: readonly number[] | null = null,
): Promise<TeamModelSum[]> {
  const { weeks_before: weeksBefore } = await db
    .selectFrom('state')
    .select('weeks_before')
    .executeTakeFirstOrThrow()
  const { weeks, days } = splitIntoWeeks(range, weeksBefore)
  const read = async (teams: Teams) => {
    const [ofWeeks, ofDays] = await Promise.all([
      weeks === null ? [] : sumWeeks(db, weeks, teams),
      days.length === 0 ? [] : sumDays(db, days, teams),
    ])
    return [...ofWeeks, ...ofDays]
  }
  return byTeams(db, rowsPerTeam, read, only)
}

type Weeks = { first: number; last: number }

function sumWeeks(db: Db, { first, last }: Weeks, teams: Teams) {
  return fromTeams(db, 'team_model_week', teams)
    .select(['d.team', 'd.model', ...counterSums('d')])
    .where('d.week', '>=', first)
    .where('d.week', '<=', last)
    .groupBy(['d.team', 'd.model'])
    .execute()
}

function sumDays(db: Db, days: readonly number[], teams: Teams) {
  return fromTeams(db, 'team_model_day', teams)
    .select(['d.team', 'd.model', ...counterSums('d')])
    .where('d.day', 'in', days)
    .groupBy(['d.team', 'd.model'])
    .execute()
}
