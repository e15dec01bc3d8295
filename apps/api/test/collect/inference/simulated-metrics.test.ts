import { Inference } from '@podium/contracts'
import { expect, test } from 'vitest'
import { expectedFigures } from '../../../../../packages/gateway-simulator/test/engines/expected-figures.ts'
import { metricValues } from '../../support/inference/metric-values.ts'
import { between, near, size, usedIn, watchFor } from '../../support/inference/simulated-room.ts'
import { truthBetween } from '../../support/inference/truth-between.ts'

const firstAt = Date.parse('2026-11-21T10:00:00Z')

test.each([
  ...(['vllm', 'sglang', 'aphrodite', 'tgi', 'llamacpp'] as const),
  ...(['triton', 'trtllm', 'lmdeploy', 'ollama'] as const),
])('of a simulated %s /metrics says what the simulator knows', async (kind) => {
  const { ask, read, truths, last } = await watchFor(kind)
  const { engines } = Inference.parse(await ask('/api/v1/inference'))
  const [engine] = engines
  if (engine === undefined) throw new Error('There is no engine')
  const value = metricValues(await read('/metrics'))
  const minute = truthBetween(...between(truths, engine.window))
  const all = truthBetween(
    ...between(truths, {
      from: new Date(firstAt).toISOString(),
      to: new Date(last).toISOString(),
    }),
  )
  expect(value('engine_up', { engine: 'one' })).toBe(1)
  expect(value('engine_last_scrape_timestamp_seconds', { engine: 'one' })).toBe(last / 1000)
  const of = { engine: 'one', model: engine.model ?? 'one' }
  expect(value('engine_restarts_total', of)).toBe(0)
  const expected = expectedFigures(kind, minute, size)
  expect(value('engine_requests', { ...of, state: 'running' })).toBe(expected.running)
  expect(value('engine_requests', { ...of, state: 'waiting' })).toBe(expected.waiting)
  expect(value('engine_kv_cache_ratio', of)).toEqual(near(expected.kvCacheRatio))
  const { promptTokens, generationTokens } = expectedFigures(kind, all, size)
  expect(value('engine_tokens_total', { ...of, type: 'prompt' })).toEqual(near(promptTokens))
  expect(value('engine_tokens_total', { ...of, type: 'generation' })).toEqual(
    near(generationTokens),
  )
  for (const name of expected.latencies) {
    const { counts, sum } = minute.counted.latencies[name]
    const n = counts.reduce((total, count) => total + count, 0)
    const stat = (stat: string) => value('engine_latency_seconds', { ...of, kind: name, stat })
    expect(stat('mean'), name).toEqual(near(n === 0 ? null : sum / n))
  }
})

test('of GPUs and of energy /metrics says what the simulator knows', async () => {
  const { ask, read, truths, joules, hardware, last } = await watchFor('vllm')
  const { engines } = Inference.parse(await ask('/api/v1/inference'))
  const window = engines[0]?.window ?? null
  const value = metricValues(await read('/metrics'))
  for (const gpu of hardware.truth()) {
    const of = { gpu: gpu.uuid }
    expect(value('gpu_utilization_ratio', of)).toEqual(near(gpu.utilizationRatio))
    expect(value('gpu_memory_used_bytes', of)).toEqual(near(gpu.memoryUsedMib * 1_048_576))
    expect(value('gpu_memory_total_bytes', of)).toEqual(near(gpu.memoryTotalMib * 1_048_576))
    expect(value('gpu_power_watts', of)).toEqual(near(gpu.powerWatts))
    expect(value('gpu_temperature_celsius', of)).toEqual(near(gpu.temperatureCelsius))
    const since = (joules.get(last)?.[gpu.index] ?? 0) - (joules.get(firstAt)?.[gpu.index] ?? 0)
    expect(value('gpu_energy_joules_total', of)).toEqual(near(since))
  }
  const { counted } = truthBetween(...between(truths, window))
  const used = usedIn(joules, window, 0) + usedIn(joules, window, 1)
  expect(
    value('model_energy_joules_per_generation_token', {
      model: engines[0]?.model ?? '',
      basis: 'gross',
    }),
  ).toEqual(near(used / counted.generationTokens))
})
