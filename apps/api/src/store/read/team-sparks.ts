import { sql, type Kysely } from 'kysely'
import type { Span } from '../../domain/span.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import type { TeamSpark } from '../../domain/time-slice.ts'
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
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- only columns that all four tables have are read
  const table = `${models === null ? all : some} as x` as 'team_hour as x'
  const at = sql<number>`${sql.ref(`x.${column}`)}`
  const named = db
    .selectFrom('model')
    .select('id')
    .where('name', 'in', [...(models ?? []), ''])
  const rows = await byTeams(db, models === null ? 60 : 400, ({ least, most }) =>
    db
      .selectFrom('team')
      .crossJoin(table)
      .select(['team.team_id', at.as('at'), sql<number>`sum(x.prompt + x.completion)`.as('tokens')])
      .where(sql<boolean>`x.team = team.id`)
      .where('team.id', '>=', least)
      .where('team.id', '<=', most)
      .where(at, '>=', Math.floor(from / seconds))
      .where(at, '<', Math.ceil(to / seconds))
      .$if(models !== null, (query) => query.where(sql<number>`x.model`, 'in', named))
      .groupBy(['team.id', 'team.team_id', at])
      .execute(),
  )
  return rows.map((row) => ({
    teamId: row.team_id,
    start: row.at * seconds,
    tokens: row.tokens,
  }))
}
