import { rm } from 'node:fs/promises'
import { storeLocation } from '../../../src/store/store-location.ts'
import { newQuickFolder } from '../../support/quick-folder.ts'
import type { TestPlace } from './test-place.ts'

export function newFilePlace(): Promise<TestPlace> {
  const directory = newQuickFolder('podium-store-')
  return Promise.resolve({
    place: storeLocation(null, { directory, poolSize: 2 }),
    remove: () => rm(directory, { recursive: true }),
  })
}
