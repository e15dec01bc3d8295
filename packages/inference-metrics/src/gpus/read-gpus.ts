import type { Exposition } from '../exposition/exposition.ts'
import type { GpuKind, GpuReading } from './gpu-reading.ts'
import { gpuAdapters } from './table.ts'

export type GpusRead = { kind: GpuKind; gpus: readonly GpuReading[] }

/** The GPUs that an exporter's, or an engine's, payload has; `null` when it has none. */
export function readGpus(exposition: Exposition): GpusRead | null {
  for (const { kind, read } of gpuAdapters) {
    const gpus = read(exposition)
    if (gpus.length > 0) return { kind, gpus }
  }
  return null
}
