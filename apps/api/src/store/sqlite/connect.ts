import { DatabaseSync } from 'node:sqlite'
import { explainSqlite } from './sqlite-error.ts'

/** A wait blocks the event loop for its whole length. */
const busyTimeoutMs = 200

const walBytes = 4 * 1024 * 1024

type Access = { readOnly: boolean; maxBytes?: number | undefined }

export function connect(path: string, access: Access): DatabaseSync {
  try {
    return open(path, access)
  } catch (error) {
    throw explainSqlite(error)
  }
}

function open(path: string, { readOnly, maxBytes }: Access): DatabaseSync {
  const database = new DatabaseSync(path, {
    readOnly,
    timeout: busyTimeoutMs,
    enableForeignKeyConstraints: true,
    defensive: true,
  })
  try {
    if (readOnly) return database
    database.exec('PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL')
    database.exec(`PRAGMA synchronous = FULL; PRAGMA journal_size_limit = ${walBytes}`)
    if (maxBytes !== undefined)
      database.exec(`PRAGMA max_page_count = ${Math.ceil(maxBytes / 4096)}`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
