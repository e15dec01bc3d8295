import { Kysely } from 'kysely'
import type { Engine } from '../engine.ts'
import type { Schema } from '../schema.ts'
import { StoreError } from '../store-error.ts'
import { sqliteBulk } from './bulk.ts'
import { suspectFile } from './check-file.ts'
import { connect } from './connect.ts'
import { nodeSqliteDialect } from './dialect.ts'
import { explainFile } from './sqlite-error.ts'

type SqliteOptions = {
  path: string
  /** The file may grow to this and no further. */
  maxBytes?: number
  now: () => number
}

/** Two connections: who reads never waits for who writes. */
export function openSqlite({ path, maxBytes, now }: SqliteOptions): Engine {
  const writer = connect(path, { readOnly: false, maxBytes })
  const db = new Kysely<Schema>({ dialect: nodeSqliteDialect(writer) })
  const reader = connect(path, { readOnly: true })
  const readerDb = new Kysely<Schema>({ dialect: nodeSqliteDialect(reader) })
  const bulk = sqliteBulk(writer)
  return {
    db,
    readerDb,
    bulk: () => bulk,
    beginWrite: () => Promise.resolve(),
    clock: () => Promise.resolve(now()),
    explain: (error) => {
      const explained = explainFile(error, path)
      if (explained instanceof StoreError && explained.kind === 'corrupt') suspectFile(path)
      return explained
    },
    // One process holds the file, and its threads tell each other.
    announce: () => Promise.resolve(),
    listen: () => () => Promise.resolve(),
    shrink: () => {
      writer.exec('PRAGMA incremental_vacuum')
      return Promise.resolve()
    },
    bytes: () => {
      const row = reader
        .prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size')
        .get()
      return Promise.resolve(Number(row?.['bytes'] ?? 0))
    },
    close: () => {
      // Kysely closes only what it has used.
      reader.close()
      writer.close()
      return Promise.resolve()
    },
  }
}
