import { expect, test } from 'vitest'
import { capture, figuresSinceStart, onlyModel, readingOf } from '../support/captures.ts'

/** The figures of a capture, all counted in one minute. */
function figures(name: string) {
  return figuresSinceStart(readingOf(capture(name)))
}

test('vLLM 0.32 under load', () => {
  const reading = readingOf(capture('vllm.prom'))
  expect(onlyModel(reading)).toMatchObject({
    model: 'tiny-random',
    ranks: 1,
    kvCapacityTokens: 15_360,
    // 15,360 tokens hold 7.5 of the longest requests.
    contextTokens: 2048,
  })
  const found = figuresSinceStart(reading)
  expect(found).toMatchObject({
    running: 15,
    waiting: 10,
    kvCacheRatio: 0.4369747899159664,
    kvCacheBasis: 'used',
    promptTokens: 395_129,
    cachedPromptTokens: 76_032,
    generationTokens: 54_442,
    // 395,129 / 60 and 54,442 / 60
    promptTokensPerSecond: 6585.483333333334,
    generationTokensPerSecond: 907.3666666666667,
    requests: {
      // 115 stop + 956 length
      finished: 1071,
      failed: 0,
      // 1,104 first tokens − 1,071 ends − 15 that run
      aborted: 18,
      rejected: 0,
      // 28 + 11 answers with 4xx
      refused: 39,
    },
    preemptions: 9,
    // 76,032 / 395,129
    prefixHitRatio: 0.19242323393119715,
    specAcceptRatio: null,
  })
  expect(found.ttftSeconds).toMatchObject({ n: 1104, mean: 1199.9142792224884 / 1104 })
  expect(found.queueSeconds).toMatchObject({ n: 1071, mean: 952.0830464730288 / 1071 })
  expect(onlyModel(reading).missing).toEqual([
    {
      figure: 'spec_accept_ratio',
      why: 'needs_option',
      lookedFor: ['vllm:spec_decode_num_accepted_tokens_total'],
    },
  ])
})

test('vLLM with speculation: accepted of drafted tokens', () => {
  // 28 / 25,826; every figure is there.
  expect(figures('vllm-speculative.prom').specAcceptRatio).toBe(28 / 25_826)
  expect(onlyModel(readingOf(capture('vllm-speculative.prom'))).missing).toEqual([])
})

test('vLLM with two data-parallel ranks is one row', () => {
  const reading = readingOf(capture('vllm-data-parallel.prom'))
  expect(onlyModel(reading)).toMatchObject({
    ranks: 2,
    contextTokens: 2048,
    // 1,048,576 tokens each
    kvCapacityTokens: 2_097_152,
  })
  const found = figuresSinceStart(reading)
  expect(found).toMatchObject({
    running: 0,
    // 1,862 + 2,311, and 431 + 265
    promptTokens: 4173,
    generationTokens: 696,
    // 1 + 3 stop, 8 + 7 length
    requests: { finished: 19, aborted: 0, rejected: 0, refused: 0 },
    prefixHitRatio: 256 / 4173,
  })
  // 9 + 10 first tokens
  expect(found.ttftSeconds?.n).toBe(19)
  expect(found.ttftSeconds?.mean).toBeCloseTo((7.372369289398193 + 4.76563024520874) / 19, 12)
})

test('vLLM 0.11 before its first request: everything is there, and nothing happened', () => {
  const reading = readingOf(capture('vllm-0.11-fresh.prom'))
  expect(onlyModel(reading)).toMatchObject({
    model: 'TinyLlama/TinyLlama-1.1B-Chat-v1.0',
    // 6,971 blocks of 16
    kvCapacityTokens: 111_536,
    contextTokens: null,
  })
  const found = figuresSinceStart(reading)
  expect(found).toMatchObject({
    running: 0,
    promptTokens: 0,
    cachedPromptTokens: null,
    requests: { finished: 0, failed: 0, aborted: 0, rejected: null, refused: 0 },
    prefixHitRatio: null,
  })
  expect(found.itlSeconds).toEqual({ n: 0, mean: null, p50: null, p90: null, p95: null, p99: null })
  expect(onlyModel(reading).missing.map(({ figure, why }) => [figure, why])).toEqual([
    ['cached_prompt_tokens', 'not_in_this_version'],
    ['requests_rejected', 'not_in_this_version'],
    ['spec_accept_ratio', 'needs_option'],
  ])
})

test('the reference values of vLLM’s made-up payload', () => {
  const found = figures('reference-vllm.prom')
  const value = (name: 'ttft' | 'itl' | 'e2e' | 'queue', q: 'p50' | 'p95') =>
    found[`${name}Seconds`]?.[q]
  expect(value('ttft', 'p50')?.value).toBeCloseTo(0.197552, 6)
  expect(value('ttft', 'p95')?.value).toBeCloseTo(0.70625, 6)
  expect(value('itl', 'p50')?.value).toBeCloseTo(0.0322336, 7)
  expect(value('itl', 'p95')?.value).toBeCloseTo(0.058395, 7)
  expect(value('e2e', 'p50')?.value).toBeCloseTo(4.964029, 6)
  expect(value('e2e', 'p95')?.value).toBeCloseTo(20.823529, 6)
  // The first bucket ends at 0.3 s: "less than 0.3 s" is all that is known.
  expect(value('queue', 'p50')).toMatchObject({ bound: 'below', limit: 0.3 })
  expect(value('queue', 'p50')?.value).toBeCloseTo(0.174085, 6)
  expect(value('queue', 'p95')?.value).toBeCloseTo(0.53, 12)
  expect(found).toMatchObject({ running: 5, waiting: 2, kvCacheRatio: 0.2873 })
  // 167,200 / 535,389 and 28,612 / 42,100
  expect(found.prefixHitRatio).toBeCloseTo(0.3123, 4)
  expect(found.specAcceptRatio).toBeCloseTo(0.6796, 4)
  expect(found.requests).toMatchObject({ finished: 396, failed: 3 })
})

test('Aphrodite is vLLM under its own prefix', () => {
  const reading = readingOf(capture('aphrodite.prom'))
  // 512 blocks of 16: its own size reads "None".
  expect(onlyModel(reading)).toMatchObject({ kvCapacityTokens: 8192, contextTokens: null })
  expect(figuresSinceStart(reading)).toMatchObject({
    running: 3,
    waiting: 1,
    kvCacheRatio: 0.2,
    promptTokens: 63_206,
    generationTokens: 19_814,
    // 18 + 172; 200 first tokens − 190 ends − 3 that run
    requests: { finished: 190, aborted: 7, rejected: null, refused: null },
    // 7,552 / 63,206
    prefixHitRatio: 0.11948232762712401,
  })
})
