import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { StoreError } from '../store-error.ts'
import type { Migration } from './migration.ts'

type MigrateOptions = {
  db: Kysely<Schema>
  migrations: readonly Migration[]
  /** What the engine wants to be said before the first statement, such as a lock against others who migrate. */
  prelude: readonly string[]
  /** A step in the words of the engine. */
  statementsOf: (migration: Migration) => readonly string[]
  /** Called before the first step of a database that has data. */
  beforeChange: () => Promise<unknown>
  now: () => number
}

const historyTable =
  'CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL, name TEXT NOT NULL, applied_ms BIGINT NOT NULL, PRIMARY KEY (number))'

/** Forward to the newest step, wholly or not at all. */
export async function migrate(options: MigrateOptions): Promise<void> {
  const { db, migrations, prelude, statementsOf, beforeChange, now } = options
  await db.transaction().execute(async (trx) => {
    for (const statement of prelude) await sql.raw(statement).execute(trx)
    await sql.raw(historyTable).execute(trx)
    const current = await schemaNumber(trx)
    refuseNewer(current, migrations)
    const steps = migrations.filter(({ number }) => number > current)
    if (current > 0 && steps.length > 0) await beforeChange()
    for (const step of steps) {
      for (const statement of statementsOf(step)) await sql.raw(statement).execute(trx)
      const { number, name } = step
      await trx.insertInto('migration').values({ number, name, applied_ms: now() }).execute()
    }
  })
}

/** The newest step that was taken; 0 is a new database, whose history table exists. */
export async function schemaNumber(db: Kysely<Schema>): Promise<number> {
  const newest = await db
    .selectFrom('migration')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst()
  return newest?.number ?? 0
}

export function refuseNewer(current: number, migrations: readonly Migration[]): void {
  const known = migrations.at(-1)?.number ?? 0
  if (current <= known) return
  throw new StoreError(
    'newer_schema',
    `A newer Podium wrote this database (its tables are at step ${current}, this one knows ${known}): start that one, or name another database.`,
  )
}
