import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { listBackups, stamp } from './backups.ts'
import { isSound } from './check-file.ts'

/** What became of a damaged file. `restored` is the backup that took its place; `null` is an empty start. */
export type Damage = { setAside: string; restored: string | null }

/**
 * Moves a damaged file away, never deletes it, and puts the newest sound backup in its place: minutes are in no
 * gateway. Without one the store starts empty and is filled again from the gateway.
 */
export function replaceDamaged(path: string, at: Date): Damage | null {
  if (isSound(path)) return null
  const setAside = `${path}.corrupt-${stamp(at)}`
  for (const part of ['', '-wal', '-shm'])
    if (existsSync(path + part)) renameSync(path + part, setAside + part)
  const restored = listBackups(path).find(isSound) ?? null
  if (restored !== null) copyFileSync(restored, path)
  return { setAside, restored }
}
