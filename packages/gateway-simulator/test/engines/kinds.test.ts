import type { Figures, Latency } from '@podium/inference-metrics'
import { expect, test } from 'vitest'
import type { SimulatedKindName, Totals } from '../../src/index.ts'
import { expectedFigures } from './expected-figures.ts'
import { watchEngine } from './watch-engine.ts'

const paths: readonly (readonly [SimulatedKindName, string])[] = [
  ['vllm', '/metrics'],
  ['sglang', '/metrics'],
  ['aphrodite', '/metrics'],
  ['tgi', '/metrics'],
  ['llamacpp', '/metrics'],
  ['triton', '/metrics'],
  ['trtllm', '/prometheus/metrics'],
  ['lmdeploy', '/metrics'],
  ['ollama', '/api/ps'],
]

const kvCapacityTokens = 24_000
const busy = { kvCapacityTokens, maxRunning: 5, contextTokens: 16_384 }

/** `histogram_quantile` as its manual says it, for buckets that are each counted alone. */
function quantile({ bounds, counts }: Totals['latencies']['ttft'], q: number): number {
  let rest = q * counts.reduce((sum, count) => sum + count, 0)
  for (const [at, count] of counts.entries()) {
    const [from, to] = [bounds[at - 1] ?? 0, bounds[at]]
    if (to === undefined) return from
    if (rest <= count) return from + ((to - from) * rest) / count
    rest -= count
  }
  return NaN
}

const latencies = {
  ttft: 'ttftSeconds',
  itl: 'itlSeconds',
  tpot: 'tpotSeconds',
  e2e: 'e2eSeconds',
  queue: 'queueSeconds',
} as const

function expectLatency(latency: Latency | null, truth: Totals['latencies']['ttft']): void {
  const n = truth.counts.reduce((sum, count) => sum + count, 0)
  expect(latency?.n).toBe(n)
  expect(latency?.mean).toBeCloseTo(truth.sum / n, 9)
  expect(latency?.p50?.value).toBeCloseTo(quantile(truth, 0.5), 9)
  expect(latency?.p95?.value).toBeCloseTo(quantile(truth, 0.95), 9)
}

function roughly(value: number | null): unknown {
  return value === null ? null : expect.closeTo(value, 9)
}

test.each(paths)('a reader of %s knows what the simulator knows', async (kind, path) => {
  const { engine, scrape, watch, figures } = watchEngine({ kind, ...busy })
  await scrape(path)
  await watch(30, path)
  const truth = engine.truth()
  const seen: Figures = figures()
  const { latencies: told, requests, ...expected } = expectedFigures(kind, truth, busy)
  expect(truth.counted.tokensBySender.get('direct')).toBe(
    truth.counted.promptTokens + truth.counted.generationTokens,
  )
  expect(seen).toMatchObject({
    ...expected,
    kvCacheRatio: roughly(expected.kvCacheRatio),
    prefixHitRatio: roughly(expected.prefixHitRatio),
    requests,
  })
  for (const name of told) expectLatency(seen[latencies[name]], truth.counted.latencies[name])
})

test('llama.cpp and Triton tell means of what they have no histograms of', async () => {
  const llama = watchEngine({ kind: 'llamacpp', ...busy })
  await llama.scrape('/metrics')
  await llama.watch(10)
  const { counted } = llama.engine.truth()
  expect(llama.figures().tpotSeconds?.mean).toBeCloseTo(
    counted.decodeSeconds / counted.endedGenerationTokens,
    5,
  )
  const triton = watchEngine({ kind: 'triton', ...busy })
  await triton.scrape('/metrics')
  await triton.watch(10)
  const { latencies: known, stopped, cutOff } = triton.engine.truth().counted
  const { e2eSeconds, queueSeconds } = triton.figures()
  expect(e2eSeconds).toMatchObject({ n: stopped + cutOff, p95: null })
  expect(e2eSeconds?.mean).toBeCloseTo(known.e2e.sum / (stopped + cutOff), 6)
  expect(queueSeconds?.mean).toBeCloseTo(known.queue.sum / (stopped + cutOff), 6)
})

test.each([
  ['vllm', 'itlSeconds', true],
  ['vllm', 'tpotSeconds', false],
  ['sglang', 'itlSeconds', true],
  ['llamacpp', 'cachedPromptTokens', false],
  ['llamacpp', 'kvCacheRatio', true],
  ['triton', 'ttftSeconds', false],
  ['trtllm', 'promptTokens', false],
  ['lmdeploy', 'ttftSeconds', true],
] as const)('an old %s: %s is told: %s', async (kind, figure, isTold) => {
  const { scrape, watch, figures } = watchEngine({ kind, names: 'old', ...busy })
  const path = kind === 'trtllm' ? '/prometheus/metrics' : '/metrics'
  await scrape(path)
  await watch(5, path)
  expect(figures()[figure] !== null).toBe(isTold)
})

test('SGLang has no family of requests before its first one', async () => {
  const { scrape } = watchEngine({ kind: 'sglang', traffic: { until: () => [] } })
  const read = await scrape('/metrics')
  const missing = read?.reading.models[0]?.missing.map(({ figure, why }) => [figure, why])
  expect(missing).toContainEqual(['ttft_seconds', 'after_first_request'])
})

test('what an engine is asked beside its metrics has its version, model and context', async () => {
  const ask = async (kind: SimulatedKindName, path: string): Promise<unknown> =>
    (await watchEngine({ kind, model: 'm', ...busy }).engine.app.request(path)).json()
  expect(await ask('vllm', '/version')).toEqual({ version: '0.32.0' })
  expect(await ask('llamacpp', '/v1/models')).toMatchObject({ data: [{ id: 'm' }] })
  expect(await ask('llamacpp', '/props')).toMatchObject({
    default_generation_settings: { n_ctx: busy.contextTokens },
    total_slots: busy.maxRunning,
  })
  expect(await ask('tgi', '/info')).toMatchObject({ model_id: 'm', max_total_tokens: 16_384 })
  expect(await ask('ollama', '/api/version')).toEqual({ version: '0.13.1' })
})
