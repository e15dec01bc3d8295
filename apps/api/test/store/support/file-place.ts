import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storePlace } from '../../../src/store/store-place.ts'
import type { TestPlace } from './test-place.ts'

export async function newFilePlace(): Promise<TestPlace> {
  const directory = await mkdtemp(join(tmpdir(), 'podium-store-'))
  return {
    place: storePlace(null, { directory, poolSize: 2 }),
    remove: () => rm(directory, { recursive: true }),
  }
}
