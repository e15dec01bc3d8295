import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Schema } from '../schema.ts'

type Db = Kysely<Schema>

export type StoredTeam = {
  teamId: string | null
  alias: string | null
  organizationId: string | null
  /** The budget's own counter, which budgets reset; null is unknown. */
  spendUsd: number | null
  maxBudgetUsd: number | null
  budgetDuration: string | null
  budgetResetAt: string | null
  blocked: boolean
  models: readonly string[]
  createdAt: string | null
  /** False where only activity has named it so far. */
  listed: boolean
  /** Missing from this many complete lists in a row. */
  missing: number
}

export type StoredKey = { key: string; alias: string | null }

/** Prices in dollars per token, the newest known; null is unknown. */
export type StoredModel = {
  model: string
  provider: string | null
  mode: string | null
  underlyingModels: readonly string[]
  price: {
    input: number | null
    output: number | null
    cacheRead: number | null
    cacheCreation: number | null
  } | null
}

const Names = z.array(z.string())

export async function listTeams(db: Db): Promise<StoredTeam[]> {
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
  }))
}

export async function listKeys(db: Db): Promise<StoredKey[]> {
  return db.selectFrom('key').select(['key', 'alias']).orderBy('id').execute()
}

export async function listModels(db: Db): Promise<StoredModel[]> {
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
