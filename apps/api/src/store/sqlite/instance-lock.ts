import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store-error.ts'
import { sqliteCode, sqliteCodes } from './sqlite-error.ts'

/**
 * Keeps a second Podium away from the file at `path`, but lets connections of this one in. The lock is the
 * operating system's on a file beside it, so it ends with the process, however that ends.
 */
export function lockInstance(path: string): Disposable {
  const lock = new DatabaseSync(`${path}.lock`, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (sqliteCode(error) !== sqliteCodes.busy) throw error
    throw new StoreError(
      'in_use',
      `Another Podium uses ${path}: stop it, or start this one in another folder.`,
    )
  }
  return { [Symbol.dispose]: () => lock.close() }
}
