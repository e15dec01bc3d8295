import { describe, expect, test } from 'vitest'
import { engines, readEngine } from '../../src/index.ts'
import {
  capture,
  captureOfKind,
  figuresSinceStart,
  onlyModel,
  readingOf,
} from '../support/captures.ts'

/** The figures of a capture, all counted in one minute. */
function figures(name: string) {
  return figuresSinceStart(readingOf(capture(name)))
}

describe('each engine of the table', () => {
  test.each(engines.map(({ kind }) => kind))('%s is found out from what it says', (kind) => {
    const text = captureOfKind(kind)
    expect(text, `test/captured/${kind}.prom`).toBeDefined()
    const reading = readingOf(text ?? '')
    expect(reading.kind).toBe(kind)
    for (const other of engines)
      if (other.kind !== kind)
        expect(readEngine(text ?? '', { kind: other.kind })).toEqual({
          ok: false,
          reason: 'not_metrics',
        })
    for (const { missing } of reading.models)
      for (const { why, lookedFor } of missing)
        expect(lookedFor.length > 0).toBe(why !== 'engine_has_none')
  })

  test.each([
    '',
    '<html>busy</html>\n',
    '[]\n',
    '{}',
    'sglang:diffusion_num_queue_reqs 1\n',
    'up 1\n',
  ])('%j is of none', (text) =>
    expect(readEngine(text)).toEqual({ ok: false, reason: 'not_metrics' }),
  )
})

describe('SGLang', () => {
  test('after requests', () => {
    const reading = readingOf(capture('sglang.prom'))
    expect(onlyModel(reading)).toMatchObject({
      model: 'tiny-random',
      ranks: 1,
      contextTokens: 2048,
      kvCapacityTokens: 8192,
    })
    const found = figuresSinceStart(reading)
    expect(found).toMatchObject({
      running: 5,
      waiting: 3,
      kvCacheRatio: 0.41,
      // In real time: 7,695 computed + 1,792 from the cache, 4,071 decoded
      promptTokens: 9487,
      cachedPromptTokens: 1792,
      generationTokens: 4071,
      // 48 + 142 over is_streaming
      requests: { finished: 190, failed: null, aborted: 10, rejected: null, refused: null },
      preemptions: 2,
      // 5,000 / 25,000
      prefixHitRatio: 0.2,
    })
    // Over is_streaming: 51 + 149, and 48 + 142
    expect(found.ttftSeconds?.n).toBe(200)
    expect(found.ttftSeconds?.mean).toBeCloseTo((10.859895828989373 + 36.52751116259799) / 200, 12)
    expect(found.tpotSeconds?.mean).toBeCloseTo((0.9272288025382265 + 2.499613040854341) / 190, 12)
  })

  test('before its first request most families are not there, and that is why', () => {
    const { missing } = onlyModel(readingOf(capture('sglang-idle.prom')))
    expect(missing.find(({ figure }) => figure === 'ttft_seconds')).toEqual({
      figure: 'ttft_seconds',
      why: 'after_first_request',
      lookedFor: ['sglang:time_to_first_token_seconds'],
    })
    expect(missing.map(({ figure }) => figure)).not.toContain('running')
    expect(missing.find(({ figure }) => figure === 'spec_accept_ratio')?.why).toBe(
      'engine_has_none',
    )
  })

  test('the reference values of its made-up payload, with either separator', () => {
    const text = capture('reference-sglang.prom')
    for (const body of [text, text.replaceAll('sglang:', 'sglang_')]) {
      const found = figuresSinceStart(readingOf(body))
      expect(found.ttftSeconds?.p50?.value).toBeCloseTo(0.167532, 6)
      expect(found.ttftSeconds?.p95?.value).toBeCloseTo(0.612727, 6)
      expect(found.queueSeconds?.p50?.value).toBeCloseTo(0.03625, 6)
      expect(found.queueSeconds?.p95?.value).toBeCloseTo(0.460893, 6)
      // 103,488 / (192,627 + 103,488)
      expect(found.prefixHitRatio).toBeCloseTo(0.3495, 4)
    }
  })

  test('ranks that repeat each other count once, data-parallel ones add up', () => {
    const line = (dp: number, tp: number, priority: string, value: number) =>
      `sglang:num_running_reqs{dp_rank="${dp}",model_name="m",pp_rank="0",tp_rank="${tp}",priority="${priority}"} ${value}\n`
    const usage = (dp: number, tp: number, value: number) =>
      `sglang:token_usage{dp_rank="${dp}",model_name="m",pp_rank="0",tp_rank="${tp}"} ${value}\n`
    const model = onlyModel(
      readingOf(
        line(0, 0, '', 3) +
          line(0, 0, '5', 2) +
          line(0, 1, '', 3) +
          line(1, 2, '', 4) +
          usage(0, 0, 0.2) +
          usage(0, 1, 0.2) +
          usage(1, 2, 0.4),
      ),
    )
    // 3 + 4; (0.2 + 0.4) / 2
    expect(model).toMatchObject({ running: 7, ranks: 2 })
    expect(model.kvCacheRatio).toBeCloseTo(0.3, 12)
  })
})

test('TGI: tokens from its histograms, a cache that is reserved', () => {
  const reading = readingOf(capture('tgi.prom'))
  expect(onlyModel(reading)).toMatchObject({ model: null, kvCapacityTokens: 98_304 })
  const found = figuresSinceStart(reading)
  expect(found).toMatchObject({
    running: 3,
    waiting: 0,
    // 6,144 / 98,304
    kvCacheRatio: 0.0625,
    kvCacheBasis: 'reserved',
    promptTokens: 252_733,
    generationTokens: 51_815,
    // 6 validation + 1 generation; 2 overloaded
    requests: { finished: 203, failed: 7, aborted: null, rejected: 2, refused: null },
    ttftSeconds: null,
    itlSeconds: null,
  })
  expect(found.e2eSeconds?.p50?.value).toBeCloseTo(5.407405, 6)
  expect(found.e2eSeconds?.p95?.value).toBeCloseTo(21.145881, 6)
})

describe('llama.cpp', () => {
  test('its prompt tokens are those that the cache did not have', () => {
    const found = figures('llamacpp.prom')
    expect(found).toMatchObject({
      running: 4,
      waiting: 2,
      kvCacheRatio: null,
      // 20,370 + 5,250
      promptTokens: 25_620,
      cachedPromptTokens: 5250,
      generationTokens: 4290,
      // 5,250 / 25,620
      prefixHitRatio: 0.20491803278688525,
      // 0 of 0 drafted
      specAcceptRatio: null,
      ttftSeconds: null,
    })
    // 52.2936 s / 4,290 tokens: a mean without quantiles.
    expect(found.tpotSeconds).toMatchObject({ n: 4290, p50: null, p99: null })
    expect(found.tpotSeconds?.mean).toBeCloseTo(0.012189650349650349, 15)
  })

  test('before its first request there is no mean', () => {
    expect(figures('llamacpp-idle.prom').tpotSeconds).toMatchObject({ n: 0, mean: null })
  })

  test('old servers print -nan, or all of it as a JSON string', () => {
    const text = 'llamacpp:requests_processing -nan\nllamacpp:requests_deferred 3\n'
    for (const body of [text, JSON.stringify(text)])
      expect(onlyModel(readingOf(body))).toMatchObject({ running: null, waiting: 3 })
  })
})

test('Triton: means without quantiles, no tokens', () => {
  const reading = readingOf(capture('triton.prom'))
  // 6,269 blocks of 64
  expect(onlyModel(reading)).toMatchObject({ model: 'tensorrt_llm', kvCapacityTokens: 401_216 })
  const found = figuresSinceStart(reading)
  expect(found).toMatchObject({
    running: 2,
    waiting: 0,
    kvCacheRatio: 0.0432,
    promptTokens: null,
    generationTokensPerSecond: null,
    requests: { finished: 161, failed: 1, aborted: 2, rejected: 0, refused: null },
    e2eSeconds: { n: 161, p50: null },
    queueSeconds: { n: 161, p95: null },
  })
  // Rank 80.5 of 161 is 32.5 behind 48 at 100 ms, of 100 until 500 ms: 100 + 400 × 0.325
  expect(found.ttftSeconds?.p50?.value).toBeCloseTo(0.23, 12)
  expect(found.ttftSeconds?.p95?.value).toBeCloseTo(1.0711538, 7)
  // 650,423,388 µs / 161
  expect(found.e2eSeconds?.mean).toBeCloseTo(4.039896819875776, 9)
})

test('trtllm-serve', () => {
  const reading = readingOf(capture('trtllm.prom'))
  // 2,048 × 32
  expect(onlyModel(reading)).toMatchObject({ model: 'Qwen3-8B', kvCapacityTokens: 65_536 })
  const found = figuresSinceStart(reading)
  expect(found).toMatchObject({
    running: 6,
    waiting: 2,
    kvCacheRatio: 0.25,
    promptTokens: 40_000,
    generationTokens: 12_000,
    requests: { finished: 90, failed: 1, aborted: null },
    // 10,000 / 40,000
    prefixHitRatio: 0.25,
    itlSeconds: null,
  })
  // Rank 45 of 60 between 0.1 and 0.25
  expect(found.ttftSeconds?.p50?.value).toBeCloseTo(0.2125, 12)
})

test('LMDeploy: its reasons are names of an enum', () => {
  const found = figures('lmdeploy.prom')
  expect(found).toMatchObject({
    running: 3,
    waiting: 2,
    kvCacheRatio: 0.3,
    promptTokens: 60_183,
    generationTokens: 19_543,
    // 155 SUCCESS + 35 FINISH
    requests: { finished: 190, failed: 0, aborted: 10, rejected: null },
    // 7,552 / 60,183
    prefixHitRatio: 0.12548394064769121,
    itlSeconds: { n: 19_343 },
    queueSeconds: { n: 200 },
  })
})

test('Ollama: a row for each loaded model, and no figure', () => {
  const { models, kind } = readingOf(capture('ollama.json'))
  expect(kind).toBe('ollama')
  expect(
    models.map(({ model, contextTokens, running }) => ({ model, contextTokens, running })),
  ).toEqual([
    { model: 'gemma3:4b', contextTokens: 4096, running: null },
    { model: 'all-minilm:latest', contextTokens: 256, running: null },
  ])
  expect(models[0]?.missing).toHaveLength(19)
})
