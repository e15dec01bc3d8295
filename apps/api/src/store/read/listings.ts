import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { StoredKey, StoredModel, StoredTeam } from '../../domain/listings.ts'
import type { Schema } from '../schema.ts'

type Db = Kysely<Schema>

const Names = z.array(z.string())

export async function teams(db: Db): Promise<StoredTeam[]> {
  const rows = await db
    .selectFrom('team as t')
    .leftJoin('team_meter as m', (join) =>
      join.onRef('m.team', '=', 't.id').on('m.minute', '=', (eb) =>
        eb
          .selectFrom('team_meter as n')
          .select((last) => last.fn.max('n.minute').as('minute'))
          .whereRef('n.team', '=', 't.id'),
      ),
    )
    .selectAll('t')
    .select('m.spend')
    .orderBy('t.id')
    .execute()
  return rows.map((row) => ({
    teamId: row.team_id,
    alias: row.alias,
    organizationId: row.organization_id,
    spendUsd: row.spend,
    maxBudgetUsd: row.max_budget,
    budgetDuration: row.budget_duration,
    budgetResetAt: row.budget_reset_at,
    blocked: row.blocked === 1,
    models: Names.parse(JSON.parse(row.models)),
    createdAt: row.created_at,
    listed: row.listed_at !== null,
    missing: row.missing,
    mark: row.mark,
  }))
}

export async function keys(db: Db): Promise<StoredKey[]> {
  return db.selectFrom('key').select(['key', 'alias']).orderBy('id').execute()
}

export async function models(db: Db): Promise<StoredModel[]> {
  const rows = await db
    .selectFrom('model as m')
    .leftJoin('price as p', (join) =>
      join.onRef('p.model', '=', 'm.id').on('p.since', '=', (eb) =>
        eb
          .selectFrom('price as n')
          .select((last) => last.fn.max('n.since').as('since'))
          .whereRef('n.model', '=', 'm.id'),
      ),
    )
    .select(['m.name', 'm.provider', 'm.mode', 'm.underlying', 'p.since'])
    .select(['p.input', 'p.output', 'p.cache_read', 'p.cache_creation'])
    .orderBy('m.id')
    .execute()
  return rows.map((row) => ({
    model: row.name,
    provider: row.provider,
    mode: row.mode,
    underlyingModels: Names.parse(JSON.parse(row.underlying)),
    price:
      row.since === null
        ? null
        : {
            input: row.input,
            output: row.output,
            cacheRead: row.cache_read,
            cacheCreation: row.cache_creation,
          },
  }))
}
