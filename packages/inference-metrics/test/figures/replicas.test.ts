import { expect, test } from 'vitest'
import { unknownIncrease } from '../../src/counters/increase.ts'
import { figuresOf, type Distribution, type Part } from '../../src/index.ts'

const ttft: Distribution = { bounds: [1, 2, Infinity], counts: [0, 10, 10], sum: 15, count: 10 }

function part(
  kv: number | null,
  { tokens, seconds, slow }: { tokens: number | null; seconds: number; slow: boolean },
): Part {
  const window = { from: 0, to: seconds * 1000, seconds, scrapes: 13, resets: 0, gaps: [] }
  const counters = { ...unknownIncrease.counters, generationTokens: tokens, finished: 10 }
  const latencies = { ...unknownIncrease.latencies, ttft: slow ? ttft : null }
  return {
    gauges: { running: 3, waiting: 1, kvCacheRatio: kv, kvCacheBasis: kv === null ? null : 'used' },
    span: { window, increase: { counters, latencies }, runningFrom: 3, meanRunning: 3 },
    estimatesAborted: false,
  }
}

test('replicas are summed, their cache averaged, their rates added, their buckets merged', () => {
  const figures = figuresOf([
    part(0.5, { tokens: 600, seconds: 60, slow: true }),
    part(0.7, { tokens: 600, seconds: 30, slow: true }),
  ])
  expect(figures).toMatchObject({
    running: 6,
    waiting: 2,
    kvCacheBasis: 'used',
    generationTokens: 1200,
    // 600 / 60 + 600 / 30
    generationTokensPerSecond: 30,
    requests: { finished: 20, failed: null },
    ttftSeconds: { n: 20, mean: 1.5, p50: { value: 1.5 } },
  })
  expect(figures.kvCacheRatio).toBeCloseTo(0.6, 12)
})

test('a sum that one of them cannot give is not known; a latency is of those that have it', () => {
  const figures = figuresOf([
    part(0.5, { tokens: 600, seconds: 60, slow: true }),
    part(null, { tokens: null, seconds: 60, slow: false }),
  ])
  expect(figures).toMatchObject({
    kvCacheRatio: 0.5,
    generationTokens: null,
    generationTokensPerSecond: null,
    ttftSeconds: { n: 10 },
  })
})

test('with one scrape only the gauges stand, without an engine nothing does', () => {
  const { gauges } = part(0.5, { tokens: 1, seconds: 1, slow: true })
  expect(figuresOf([{ gauges, span: null, estimatesAborted: true }])).toMatchObject({
    running: 3,
    promptTokens: null,
    requests: { finished: null, aborted: null },
    ttftSeconds: null,
  })
  expect(figuresOf([])).toMatchObject({ running: null, kvCacheRatio: null, preemptions: null })
})
