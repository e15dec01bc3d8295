import { Kysely } from 'kysely'
import { migrations } from '../migrations/index.ts'
import { migrate } from '../migrations/migrate.ts'
import { sqliteStatements } from '../migrations/migration.ts'
import type { Schema } from '../schema.ts'
import { StoreError } from '../store-error.ts'
import { makeBackup } from './backups.ts'
import { connect } from './connect.ts'
import { nodeSqliteDialect } from './dialect.ts'
import { lockInstance } from './instance-lock.ts'
import { keepPrivate, makePrivate } from './private-files.ts'
import { replaceDamaged, type Damage } from './replace-damaged.ts'
import { explainFile } from './sqlite-error.ts'

export type GuardedFile = { damage: Damage | null; release: () => void }

/** Takes the file for this process, mends it where it is damaged, and brings its tables forward. */
export async function guardFile(path: string, now: () => number): Promise<GuardedFile> {
  using building = new DisposableStack()
  try {
    keepPrivate(path)
    makePrivate(`${path}.lock`)
    building.use(lockInstance(path))
    const damage = replaceDamaged(path, new Date(now()))
    makePrivate(path)
    await migrateFile(path, now)
    const held = building.move()
    return { damage, release: () => held.dispose() }
  } catch (error) {
    throw sayWhere(explainFile(error, path), path)
  }
}

async function migrateFile(path: string, now: () => number): Promise<void> {
  const db = new Kysely<Schema>({
    dialect: nodeSqliteDialect(connect(path, { readOnly: false })),
  })
  try {
    await migrate({
      db,
      migrations,
      prelude: [],
      statementsOf: sqliteStatements,
      beforeChange: () => makeBackup(path, new Date(now())),
      now,
    })
    // Whoever held it is gone: the lock is ours.
    await db.updateTable('lease').set({ until_ms: 0 }).execute()
  } finally {
    await db.destroy()
  }
}

const unwritable = new Set(['EACCES', 'EPERM', 'EROFS'])

function sayWhere(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const isReadOnly = error instanceof StoreError && error.kind === 'read_only'
  if (!isReadOnly && !unwritable.has(String(code))) return error
  return new StoreError(
    'read_only',
    `${path} cannot be written: let this user write it and its folder, or start Podium in another one.`,
    { cause: error },
  )
}
