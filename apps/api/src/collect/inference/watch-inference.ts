import type { InferenceConfig } from '../../config/inference.ts'
import type { GpuTarget } from '../../config/inference-targets.ts'
import type { Tick } from '../../domain/inference/scraped.ts'
import { createEngineTarget } from './engine-target.ts'
import { createGpuExporter } from './gpu-exporter.ts'
import type { InferenceEvent } from './inference-event.ts'
import { livePast, type Past } from './live-past.ts'
import { createNvidiaSmi, hasNvidiaSmi } from './nvidia-smi.ts'
import { runTicks } from './run-ticks.ts'
import { watchedOf } from './watched-of.ts'

type Watching = {
  config: InferenceConfig
  post: (event: InferenceEvent) => void
  /** Before a tick is told. */
  onTick: (tick: Tick) => Promise<void>
  onFault: (error: unknown) => void
  /** Nothing is asked before. */
  ready: Promise<unknown>
  /** Asked first; only the demo has one. */
  past: Past | null
  now: () => number
  steady: () => number
  signal: AbortSignal
}

/** Scrapes engines and GPUs until the signal, and tells the process what they say. */
export async function watchInference(watching: Watching): Promise<void> {
  const { config, post, onTick, ready, past, ...watched } = watching
  const { intervalMs, apiKey, path, visibleDevices } = config
  const gpus = gpuTargets(config)
  post({ kind: 'watching', watched: watchedOf(config, gpus) })
  if (config.engines.length + gpus.length === 0) return
  await ready
  const ticking = {
    ...watched,
    intervalMs,
    engines: config.engines.map((target) => createEngineTarget({ target, apiKey, intervalMs })),
    gpus: gpus.map(({ id, url }) =>
      url === null ? createNvidiaSmi({ id, path, visibleDevices }) : createGpuExporter({ id, url }),
    ),
    onTick: async (tick: Tick) => {
      await onTick(tick)
      post({ kind: 'scraped', tick })
    },
  }
  if (past !== null) await livePast(past, ticking)
  await runTicks(ticking)
}

function gpuTargets({ gpus, path }: InferenceConfig): readonly GpuTarget[] {
  if (gpus !== 'auto') return gpus
  return hasNvidiaSmi(path) ? [{ id: 'nvidia-smi', url: null }] : []
}
