import { accessSync, constants } from 'node:fs'
import { storeError, StoreError, type StoreErrorKind } from '../store-error.ts'

export const sqliteCodes = {
  busy: 5,
  readOnly: 8,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  tooBig: 18,
  constraint: 19,
  noDatabase: 26,
}

/** SQLite's primary code of an error from `node:sqlite`; `null` is any other error. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null
}

const kinds = new Map<number, StoreErrorKind>([
  [sqliteCodes.busy, 'busy'],
  [sqliteCodes.readOnly, 'read_only'],
  [sqliteCodes.corrupt, 'corrupt'],
  [sqliteCodes.full, 'full'],
  [sqliteCodes.cannotOpen, 'read_only'],
  [sqliteCodes.tooBig, 'refused'],
  [sqliteCodes.constraint, 'refused'],
  [sqliteCodes.noDatabase, 'corrupt'],
])

/** `SQLITE_IOERR_WRITE` and `_SHMSIZE`: a quota, a limit on the size of files, or a disk that went read-only. */
const unwritten = new Set<unknown>([778, 4874])

export function explainSqlite(error: unknown): unknown {
  const code = sqliteCode(error)
  if (code === null) return error
  const isFull = error instanceof Error && 'errcode' in error && unwritten.has(error.errcode)
  return storeError(isFull ? 'full' : (kinds.get(code) ?? 'failed'), error)
}

/** The same, of the file at `path`: a disk that became read-only fails a write as a full one does. */
export function explainFile(error: unknown, path: string): unknown {
  const explained = explainSqlite(error)
  const isFull = explained instanceof StoreError && explained.kind === 'full'
  return isFull && !isWritable(path) ? storeError('read_only', error) : explained
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
