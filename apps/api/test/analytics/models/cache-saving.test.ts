import { expect, test } from 'vitest'
import { cacheSaving } from '../../../src/analytics/models/cache-saving.ts'
import { noCounters } from '../../../src/domain/counters.ts'

const price = { input: 3, output: 15, cacheRead: 0.5, cacheCreation: 4 }
const used = (cacheReadTokens: number, cacheCreationTokens: number, cacheSavingsUsd = 0) => ({
  ...noCounters,
  ...{ cacheReadTokens, cacheCreationTokens, cacheSavingsUsd },
})

test.each([
  ['reading saves the difference', used(10, 0), price, 25],
  ['writing costs the difference', used(10, 4), price, 21],
  ['writing without reading is a loss', used(0, 4), price, -4],
  ['nothing cached saves nothing, whatever the price', used(0, 0), null, 0],
  ['an unknown price is not known', used(10, 0), null, null],
  [
    'an unknown price of writing matters only where something was written',
    used(10, 0),
    { ...price, cacheCreation: null },
    25,
  ],
  ['and is not known where it was', used(10, 1), { ...price, cacheCreation: null }, null],
  ['what the gateway counted wins', used(10, 4, 7), price, 7],
  ['what it counted as a loss does not', used(10, 0, -7), price, 25],
])('%s', (_, counters, listed, saving) => {
  expect(cacheSaving(counters, listed)).toBe(saving)
})
