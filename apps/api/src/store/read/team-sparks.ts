import { sql, type Kysely } from 'kysely'
import type { Span } from '../../domain/span.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import type { TeamSpark } from '../../domain/time-slice.ts'
import { fromTeams } from '../from-teams.ts'
import { byTeams } from './in-steps.ts'
import type { Schema } from '../schema.ts'

type Db = Kysely<Schema>

/** Hours hold what was placed, days everything. */
export type SparkUnit = 'hour' | 'day'

const units = {
  hour: { all: 'team_hour', some: 'team_model_hour', column: 'start', seconds: 1 },
  day: { all: 'team_day', some: 'team_model_day', column: 'day', seconds: secondsPerDay },
} as const

/** `models` null is all of them. */
export async function teamSparks(
  db: Db,
  { from, to }: Span,
  unit: SparkUnit,
  models: readonly string[] | null,
): Promise<TeamSpark[]> {
  const { all, some, column, seconds } = units[unit]
  const at = sql<number>`${sql.ref(`d.${column}`)}`
  const named = db
    .selectFrom('model')
    .select('id')
    .where('name', 'in', [...(models ?? []), ''])
  const rows = await byTeams(db, models === null ? 60 : 400, (teams) =>
    fromTeams(db, models === null ? all : some, teams)
      .select(['team.team_id', at.as('at'), sql<number>`sum(d.prompt + d.completion)`.as('tokens')])
      .where(at, '>=', Math.floor(from / seconds))
      .where(at, '<', Math.ceil(to / seconds))
      .$if(models !== null, (query) => query.where(sql<number>`d.model`, 'in', named))
      .groupBy(['team.id', 'team.team_id', at])
      .execute(),
  )
  return rows.map((row) => ({
    teamId: row.team_id,
    start: row.at * seconds,
    tokens: row.tokens,
  }))
}
