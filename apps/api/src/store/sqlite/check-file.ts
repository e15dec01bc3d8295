import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { sqliteCode, sqliteCodes } from './sqlite-error.ts'

/** About a second's reading. */
const wholeBytes = 64 * 1024 * 1024

/**
 * Whether SQLite finds every page and row in order; a file that is not there is sound. Of a large file the minutes
 * are left out, so that the start stays short, unless damage was met in them.
 */
export function isSound(path: string): boolean {
  if (!existsSync(path)) return true
  const isWhole = statSync(path).size <= wholeBytes || existsSync(marker(path))
  try {
    using database = new DatabaseSync(path)
    return isWhole ? check(database, '1') : checkTables(database)
  } catch (error) {
    const code = sqliteCode(error)
    if (code === sqliteCodes.corrupt || code === sqliteCodes.noDatabase) return false
    throw error
  } finally {
    if (isWhole) rmSync(marker(path), { force: true })
  }
}

/** Damage that was met in use: the next start looks at every page. */
export function suspectFile(path: string): void {
  writeFileSync(marker(path), '')
}

function marker(path: string): string {
  return `${path}.suspect`
}

function checkTables(database: DatabaseSync): boolean {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'delta'")
    .all()
  return tables.every(({ name }) => check(database, `'${String(name)}'`))
}

/** Not `quick_check`: it passes over flipped bits in a row. */
function check(database: DatabaseSync, what: string): boolean {
  const [first] = database.prepare(`PRAGMA integrity_check(${what})`).all()
  return first?.['integrity_check'] === 'ok'
}
