import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { StoreLocation } from '../../../src/store/store-location.ts'
import { compiledBefore } from '../../../../../scripts/compiled-before.ts'

const child = fileURLToPath(new URL('child.ts', import.meta.url))

type Owner = { uid: number; gid: number }

/** A process that books polls into a store of its own. */
export function spawnChild(place: StoreLocation, more: readonly string[] = [], as?: Owner) {
  const where = place.kind === 'file' ? ['--directory', dirname(place.path)] : ['--url', place.url]
  return spawn(process.execPath, [...compiledBefore.flags, child, ...where, ...more], {
    ...as,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: '/usr/bin:/bin', ...compiledBefore.env },
  })
}
