import { createEngineSimulator, createGpuSimulator } from '@podium/gateway-simulator'
import { expect, onTestFinished, test } from 'vitest'
import { complaintsAbout, hasPromtool } from './support/promtool.ts'
import { hasPrometheus, startPrometheus } from './support/prometheus.ts'
import { runMain } from './support/run-main.ts'

const canary = 'canary-5d1f'

/** The program with a simulated engine, its GPU, and a source of GPUs that is none. */
async function runWithEngine() {
  const base = { seed: 2, startsAt: Date.now() - 120_000, now: Date.now }
  const hardware = createGpuSimulator({ ...base, count: 1 })
  const engine = createEngineSimulator({ ...base, gpus: hardware.gpus })
  const [server, exporter] = [await engine.listen(), await hardware.listen()]
  onTestFinished(async () => {
    await Promise.all([server.close(), exporter.close()])
  })
  const podium = runMain({
    // None is needed, and a demo would live through its past first.
    LITELLM_BASE_URL: 'http://127.0.0.1:9',
    LITELLM_API_KEY: `${canary}-gateway`,
    INFERENCE_URLS: `one=${server.url}`,
    INFERENCE_SECONDS: '1',
    INFERENCE_API_KEY: `${canary}-key`,
    GPU_SOURCE: `dcgm=${exporter.url},lost=${exporter.url}/${canary}`,
    ENGINE_GPUS: 'one=dcgm:0',
  })
  const [, url = ''] = await podium.said(/Podium is at (http:\S+)/)
  const read = async (path: string) => (await fetch(url + path)).text()
  await expect.poll(() => read('/metrics')).toMatch(/^podium_engine_latency_seconds\{/m)
  await expect.poll(() => read('/metrics')).toMatch(/^podium_gpu_energy_joules_total\{/m)
  return { engine, hardware, podium, url, read }
}

test.skipIf(!hasPromtool)(
  'promtool finds no fault with what is told of engines and GPUs',
  async () => {
    const { read } = await runWithEngine()
    expect(await complaintsAbout(await read('/metrics'))).toBe('')
  },
)

test.skipIf(!hasPrometheus)('Prometheus scrapes engines and GPUs without a complaint', async () => {
  const { engine, hardware, url, read } = await runWithEngine()
  const prometheus = await startPrometheus(url)
  expect(await prometheus.scraped()).toMatchObject({ health: 'up', lastError: '' })
  await expect
    .poll(() => prometheus.query('podium_engine_up'))
    .toMatchObject([{ metric: { engine: 'one' }, value: 1 }])
  const [gpu] = hardware.truth()
  expect(await prometheus.query('podium_gpu_memory_total_bytes')).toMatchObject([
    { metric: { gpu: gpu?.uuid }, value: (gpu?.memoryTotalMib ?? 0) * 1_048_576 },
  ])
  const [tokens] = await prometheus.query('sum(podium_engine_tokens_total)')
  const { promptTokens, generationTokens } = engine.truth().counted
  expect(tokens?.value).toBeLessThanOrEqual(promptTokens + generationTokens)
  const names = new Set((await read('/metrics')).match(/^podium_(?:engine|model|gpu)_\w+/gm))
  for (const name of names) expect(await prometheus.query(name), name).not.toEqual([])
  expect(prometheus.log()).toBe('')
})

test('neither the address of an engine nor its key is told to anybody', async () => {
  const { read, podium } = await runWithEngine()
  const paths = ['/metrics', '/openapi.json', '/api/v1/status', '/api/v1/inference', '/api/v1/gpus']
  const told = await Promise.all(paths.map(read))
  expect(told[4]).toContain('"lost"')
  for (const text of [...told, podium.output()]) expect(text).not.toContain(canary)
})
