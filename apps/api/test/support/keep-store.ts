import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { newQuickFolder } from './quick-folder.ts'

/** A copy of a store's file as it is now, for other tests to begin with; gone with this process. */
export function keepStore(path: string): string {
  const folder = newQuickFolder('podium-kept-')
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const kept = join(folder, 'podium.db')
  using database = new DatabaseSync(path)
  database.prepare('VACUUM INTO ?').run(kept)
  return kept
}
