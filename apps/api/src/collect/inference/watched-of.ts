import type { GpuTarget } from '../../config/inference-targets.ts'
import { isLoopback } from '../../config/checks.ts'
import type { InferenceConfig } from '../../config/inference.ts'
import type { Watched } from '../../domain/inference/watched.ts'

/** What of the configuration may be known where answers are made: no address and no key. */
export function watchedOf(config: InferenceConfig, gpus: readonly GpuTarget[]): Watched {
  const { intervalMs, engines, modelLinks, gpuLinks, goals, energy } = config
  return {
    ...{ intervalMs, modelLinks, gpuLinks, goals, energy },
    engines: engines.map(({ id, kind, url }) => {
      const { hostname: host } = new URL(url)
      return { id, kind, host, isLoopback: isLoopback(host) }
    }),
    gpuSources: gpus.map(({ id, url }) => ({ id, isNvidiaSmi: url === null })),
  }
}
