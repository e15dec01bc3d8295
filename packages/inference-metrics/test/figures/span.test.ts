import { expect, test } from 'vitest'
import { unknownIncrease } from '../../src/counters/increase.ts'
import { spanOf, type ModelSample } from '../../src/index.ts'

const sample = (second: number, running: number | null, tokens: number | null): ModelSample => ({
  at: second * 1000,
  isAfterGap: false,
  hasReset: false,
  running,
  waiting: 0,
  kvCacheRatio: null,
  kvCacheBasis: null,
  increase: {
    ...unknownIncrease,
    counters: { ...unknownIncrease.counters, generationTokens: tokens },
  },
  estimatesAborted: false,
})

test('a span has what was gained behind its first scrape, and what ran in the mean', () => {
  const span = spanOf([sample(0, 2, 1000), sample(5, 4, 30), sample(10, 9, 20)], 60_000)
  // 30 + 20, and (2 + 4 + 9) / 3
  expect(span?.increase.counters.generationTokens).toBe(50)
  expect(span).toMatchObject({ runningFrom: 2, meanRunning: 5, window: { seconds: 10 } })
})

test('what came late counts, what the newest scrape does not have is not known', () => {
  const tokens = (...all: (number | null)[]) =>
    spanOf(
      [0, ...all].map((value, index) => sample(index * 5, 1, value)),
      60_000,
    )?.increase.counters.generationTokens
  expect(tokens(null, 30)).toBe(30)
  expect(tokens(30, null)).toBeNull()
})
