import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { storeError } from '../store-error.ts'
import { schemaName } from './schema-name.ts'

/** LiteLLM's migrations may drop whatever they do not know, so its database is no place for ours. */
export async function assertOwnDatabase(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql`
    SELECT 1 FROM pg_catalog.pg_tables
    WHERE tablename LIKE 'LiteLLM\\_%' OR (schemaname = ${schemaName} AND tablename = '_prisma_migrations')
    LIMIT 1`.execute(db)
  if (rows.length > 0) throw storeError('foreign_tables')
}
