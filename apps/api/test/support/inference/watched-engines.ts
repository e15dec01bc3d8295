import { createEngineTarget } from '../../../src/collect/inference/engine-target.ts'
import { createGpuExporter } from '../../../src/collect/inference/gpu-exporter.ts'
import { createInferenceState } from '../../../src/collect/inference/inference-state.ts'
import { runTicks } from '../../../src/collect/inference/run-ticks.ts'
import { watchedOf } from '../../../src/collect/inference/watched-of.ts'
import { parseConfig } from '../../../src/config.ts'
import type { Tick } from '../../../src/domain/inference/scraped.ts'

/** The real poller and what it remembers, at instants that the test names. */
export function watchEngines(
  env: Record<string, string>,
  onTick: (tick: Tick) => Promise<void> = () => Promise.resolve(),
) {
  const { inference: config } = parseConfig({ GPU_SOURCE: 'none', ...env }, () => '')
  const { intervalMs, apiKey } = config
  const gpuTargets = config.gpus === 'auto' ? [] : config.gpus
  const news: unknown[] = []
  const state = createInferenceState(watchedOf(config, gpuTargets), {
    scraped: (what) => news.push(what),
    source: () => news.push('source'),
  })
  const targets = {
    engines: config.engines.map((target) => createEngineTarget({ target, apiKey, intervalMs })),
    gpus: gpuTargets.flatMap(({ id, url }) =>
      url === null ? [] : [createGpuExporter({ id, url })],
    ),
  }

  /** One tick at this instant: everything is asked once, and waited for. */
  async function tickAt(at: number): Promise<void> {
    const once = new AbortController()
    await runTicks({
      ...targets,
      // As long as any answer may take.
      intervalMs: 60_000,
      now: () => at,
      steady: () => 0,
      signal: once.signal,
      onFault: (error) => {
        throw error
      },
      onTick: async (tick) => {
        await onTick(tick)
        state.apply({ kind: 'scraped', tick })
        once.abort()
      },
    })
  }

  return { state, config, tickAt, news }
}
