import { Kysely, PostgresDialect } from 'kysely'
import { migrations } from '../migrations/index.ts'
import { migrate } from '../migrations/migrate.ts'
import { postgresStatements } from '../migrations/migration.ts'
import type { Schema } from '../schema.ts'
import { explainPostgres } from './postgres-error.ts'
import { createPool } from './pool.ts'
import { assertOwnDatabase } from './assert-own-database.ts'
import { assertServerVersion } from './assert-server-version.ts'
import { schemaName } from './schema-name.ts'

/** Any two that migrate wait for each other. */
const lockKey = 7_063_486

/** Looks whose database it is, and brings its tables forward. */
export async function guardDatabase(url: string, now: () => number): Promise<void> {
  const pool = createPool({ url, size: 1, silenceMs: 0, onIdleError: () => undefined })
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  try {
    await assertServerVersion(db)
    await assertOwnDatabase(db)
    await migrate({
      db,
      migrations,
      prelude: [
        `SELECT pg_advisory_xact_lock(${lockKey})`,
        `CREATE SCHEMA IF NOT EXISTS ${schemaName}`,
        `SET LOCAL search_path TO ${schemaName}`,
      ],
      statementsOf: postgresStatements,
      beforeChange: () => Promise.resolve(),
      now,
    })
  } catch (error) {
    throw explainPostgres(error)
  } finally {
    await db.destroy()
  }
}
