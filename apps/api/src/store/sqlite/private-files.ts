import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The folder is for its owner alone, and so is every file of ours in it: a database has secrets. */
export function keepPrivate(path: string): void {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  restrict(folder, 0o700)
  for (const name of readdirSync(folder))
    if (name.startsWith(basename(path))) restrict(join(folder, name), 0o600)
}

/** Made now where it is not there: SQLite would let everybody read it. */
export function makePrivate(path: string): void {
  if (existsSync(path)) restrict(path, 0o600)
  else closeSync(openSync(path, 'wx', 0o600))
}

/** A folder that is somebody else's, such as a mounted volume, is theirs to protect. */
function restrict(path: string, most: number): void {
  try {
    chmodSync(path, statSync(path).mode & most)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EPERM' && code !== 'EROFS' && code !== 'ENOENT') throw error
  }
}
