import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Span } from './ranges.ts'
import { byTeams } from './slices.ts'

/** Tokens of a team in one hour or UTC day. */
export type TeamSpark = { teamId: string | null; start: number; tokens: number }

/** Hours hold what was placed, days everything. */
export type SparkUnit = 'hour' | 'day'

const units = {
  hour: { all: 'team_hour', some: 'team_model_hour', column: 'start', seconds: 1 },
  day: { all: 'team_day', some: 'team_model_day', column: 'day', seconds: 86_400 },
} as const

type Row = { team_id: string | null; at: number; tokens: number }

/** `models` null is all of them. */
export async function teamSparks(
  db: Kysely<Schema>,
  { from, to }: Span,
  unit: SparkUnit,
  models: readonly string[] | null,
): Promise<TeamSpark[]> {
  const { all, some, column, seconds } = units[unit]
  const table = sql.table(models === null ? all : some)
  const at = sql.ref(`x.${column}`)
  const named =
    models === null
      ? sql``
      : sql`AND x.model IN (SELECT id FROM model WHERE name IN (${sql.join([...models, ''])}))`
  const rows = await byTeams(db, models === null ? 60 : 400, async ({ least, most }) => {
    const found = await sql<Row>`
      SELECT team.team_id, ${at} AS at, SUM(x.prompt + x.completion) AS tokens
      FROM team CROSS JOIN ${table} AS x
      WHERE x.team = team.id AND team.id BETWEEN ${least} AND ${most}
        AND ${at} >= ${Math.floor(from / seconds)} AND ${at} < ${Math.ceil(to / seconds)} ${named}
      GROUP BY team.id, team.team_id, ${at}`.execute(db)
    return found.rows
  })
  return rows.map((row) => ({
    teamId: row.team_id,
    start: row.at * seconds,
    tokens: row.tokens,
  }))
}
