import { readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { makePrivate } from './private-files.ts'

const kept = 3

/** All pages in one step: a snapshot that no writer interrupts, made away from the event loop. */
const wholeFile = 2 ** 31 - 1

/** Writes a copy beside the file, and keeps the newest three. */
export async function makeBackup(path: string, at: Date): Promise<string> {
  const target = `${path}.backup-${stamp(at)}`
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  {
    using source = new DatabaseSync(path, { readOnly: true })
    makePrivate(unfinished)
    await backup(source, unfinished, { rate: wholeFile })
  }
  renameSync(unfinished, target)
  for (const old of listBackups(path).slice(kept)) rmSync(old)
  return target
}

/** Newest first. */
export function listBackups(path: string): string[] {
  const prefix = `${basename(path)}.backup-`
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(prefix) && !name.endsWith('.unfinished'))
    .sort()
    .reverse()
    .map((name) => join(dirname(path), name))
}

/** Sorts by time, and is a file's name everywhere. */
export function stamp(at: Date): string {
  return at.toISOString().replaceAll(/[-:.]/g, '')
}
