import { sql, type Kysely } from 'kysely'
import type { TeamMinute } from '../../domain/time-slice.ts'
import { unplacedCodes } from '../reason-code.ts'
import type { Schema } from '../schema.ts'
import type { Span } from '../../domain/span.ts'
import { byTeams } from './in-steps.ts'
import { type Teams, fromTeams } from '../from-teams.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'

type Db = Kysely<Schema>

/** What a team may have in an hour. */
const rowsPerTeam = 100

/** In any order; for an hour or so, since it reads every minute of every team. */
export async function teamMinutes(
  db: Db,
  span: Span,
  models: readonly string[] | null,
): Promise<TeamMinute[]> {
  return byTeams(db, rowsPerTeam, (teams) => ofTeams(db, span, { ...teams, models }))
}

type Chosen = Teams & { models: readonly string[] | null }

async function ofTeams(db: Db, { from, to }: Span, { least, most, models }: Chosen) {
  const cells = db
    .selectFrom('cell as c')
    .innerJoin('model', 'model.id', 'c.model')
    .select('c.id')
    .where(sql<boolean>`c.team = d.team AND c.id = d.cell`)
    .where('model.name', 'in', [...(models ?? []), ''])
  const rows = await fromTeams(db, 'delta', { least, most })
    .select(['team.team_id', 'd.start', 'd.width'])
    .select([
      sql<number>`sum(d.prompt + d.completion)`.as('tokens'),
      sql<number>`sum(d.completion)`.as('completion'),
      sql<number>`sum(d.spend)`.as('spend'),
    ])
    .where('d.day', '>=', Math.floor(from / secondsPerDay))
    .where('d.day', '<=', Math.floor((to - 1) / secondsPerDay))
    .where('d.start', '>=', from)
    .where('d.start', '<', to)
    .where('d.reason', 'not in', [...unplacedCodes])
    .$if(models !== null, (query) => query.where((eb) => eb.exists(cells)))
    .groupBy(['team.team_id', 'd.team', 'd.start', 'd.width'])
    .execute()
  return rows.map((row) => ({
    teamId: row.team_id,
    start: row.start,
    width: row.width,
    tokens: row.tokens,
    completionTokens: row.completion,
    spendUsd: row.spend,
  }))
}
