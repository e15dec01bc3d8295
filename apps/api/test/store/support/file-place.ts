import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storeLocation } from '../../../src/store/store-location.ts'
import type { TestPlace } from './test-place.ts'

export async function newFilePlace(parent = tmpdir()): Promise<TestPlace> {
  const directory = await mkdtemp(join(parent, 'podium-store-'))
  return {
    place: storeLocation(null, { directory, poolSize: 2 }),
    remove: () => rm(directory, { recursive: true }),
  }
}

const memory = '/dev/shm'

/** The same file, where a disk that confirms every commit would take most of the time, and is not what is tested. */
export function newMemoryPlace(): Promise<TestPlace> {
  return newFilePlace(existsSync(memory) ? memory : tmpdir())
}
