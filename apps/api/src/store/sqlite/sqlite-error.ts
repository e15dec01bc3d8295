import { storeError, type StoreErrorKind } from '../store-error.ts'

export const sqliteCodes = {
  busy: 5,
  readOnly: 8,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
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
  [sqliteCodes.constraint, 'refused'],
  [sqliteCodes.noDatabase, 'corrupt'],
])

export function explainSqlite(error: unknown): unknown {
  const kind = kinds.get(sqliteCode(error) ?? -1)
  return kind === undefined ? error : storeError(kind, error)
}
