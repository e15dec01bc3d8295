import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** Once for all rows, where a join would make a text of each; `null` is all models together. */
export async function modelNames(
  db: Kysely<Schema>,
): Promise<(id: number | null) => string | null> {
  const models = await db.selectFrom('model').select(['id', 'name']).execute()
  const names = new Map<number | null, string>(models.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? null
}
