import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { storeError } from '../store-error.ts'

/** The first with `MERGE`, as `server_version_num` tells it; older ones get no repairs any more. */
const oldest = 150_000

export async function assertServerVersion(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ version: string }>`
    SELECT current_setting('server_version_num') AS version`.execute(db)
  assertVersion(Number(rows[0]?.version))
}

export function assertVersion(version: number): void {
  if (version < oldest) throw storeError('old_server')
}
