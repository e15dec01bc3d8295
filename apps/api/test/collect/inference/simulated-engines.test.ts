import { Gpus, Inference, type Latency } from '@podium/contracts'
import type { Totals } from '@podium/gateway-simulator'
import { expect, test } from 'vitest'
import { expectedFigures } from '../../../../../packages/gateway-simulator/test/engines/expected-figures.ts'
import { latencies } from '../../support/inference/latencies.ts'
import { between, near, size, usedIn, watchFor } from '../../support/inference/simulated-room.ts'
import { truthBetween } from '../../support/inference/truth-between.ts'

function expectLatency(seen: Latency | null, { counts, sum }: Totals['promptLengths']): void {
  const n = counts.reduce((total, count) => total + count, 0)
  expect(seen?.n).toBe(n)
  if (n > 0) expect(seen?.mean).toEqual(near(sum / n))
}

test.each([
  ...(['vllm', 'sglang', 'aphrodite', 'tgi', 'llamacpp'] as const),
  ...(['triton', 'trtllm', 'lmdeploy', 'ollama'] as const),
])('of a simulated %s the API says what the simulator knows', async (kind) => {
  const { ask, truths } = await watchFor(kind)
  const answer = Inference.parse(await ask('/api/v1/inference?window=2m'))
  const [engine] = answer.engines
  if (engine === undefined) throw new Error('There is no engine')
  expect(engine).toMatchObject({ engine: 'one', kind, state: 'ok', stale: false })
  const truth = truthBetween(...between(truths, engine.window))
  const { latencies: told, requests, ...expected } = expectedFigures(kind, truth, size)
  const { figures } = engine
  expect(figures).toMatchObject({
    running: expected.running,
    waiting: expected.waiting,
    kv_cache_ratio: near(expected.kvCacheRatio),
    kv_cache_basis: expected.kvCacheBasis,
    prompt_tokens: near(expected.promptTokens),
    cached_prompt_tokens: near(expected.cachedPromptTokens),
    generation_tokens: near(expected.generationTokens),
    preemptions: expected.preemptions,
    prefix_hit_ratio: near(expected.prefixHitRatio),
    requests: {
      finished: requests.finished,
      failed: requests.failed,
      rejected: requests.rejected,
      refused: requests.refused,
    },
  })
  for (const name of told) expectLatency(figures[latencies[name]], truth.counted.latencies[name])
})

test('of GPUs and of energy the API says what the simulator knows', async () => {
  const { ask, truths, joules, hardware } = await watchFor('vllm')
  const { gpus, totals } = Gpus.parse(await ask('/api/v1/gpus?window=5m'))
  expect(gpus).toMatchObject(
    hardware.truth().map((gpu) => ({
      gpu: gpu.uuid,
      index: gpu.index,
      name: gpu.name,
      source: 'dcgm',
      gone: false,
      power_watts: near(gpu.powerWatts),
      temperature_celsius: near(gpu.temperatureCelsius),
      memory_used_bytes: near(gpu.memoryUsedMib * 1_048_576),
      memory_total_bytes: near(gpu.memoryTotalMib * 1_048_576),
      energy_source: 'counter',
      engines: ['one'],
      known_by: 'configuration',
    })),
  )
  let sum = 0
  for (const [index, gpu] of gpus.entries()) {
    const used = usedIn(joules, gpu.window, index)
    expect(gpu.energy_joules).toEqual(near(used))
    sum += used
  }
  expect(totals.energy_joules).toEqual(near(sum))

  const { models, engines } = Inference.parse(await ask('/api/v1/inference?window=5m'))
  const energy = models[0]?.energy
  const { counted } = truthBetween(...between(truths, engines[0]?.window ?? null))
  expect(energy).toMatchObject({
    state: 'ok',
    source: 'counter',
    joules: near(sum),
    joules_per_1k_generation_tokens: { gross: near((sum / counted.generationTokens) * 1000) },
    joules_per_1k_tokens: {
      gross: near((sum / (counted.promptTokens + counted.generationTokens)) * 1000),
    },
  })
})
