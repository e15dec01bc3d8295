import type { GpuReading } from './gpu-reading.ts'

/** The newest good answer of a source; sources come in the order of the configuration. */
export type GpuAnswer = { source: string; at: number; gpus: readonly GpuReading[] }

/** One GPU over all sources: `source` is the first that has it, the others fill what it lacks. */
export type MergedGpu = GpuReading & { source: string; at: number }

/** One row for each UUID, in the order of the sources and of each source's answer. */
export function mergeGpus(answers: readonly GpuAnswer[]): MergedGpu[] {
  const merged = new Map<string, MergedGpu>()
  for (const { source, at, gpus } of answers)
    for (const gpu of gpus) {
      const known = merged.get(gpu.gpu)
      merged.set(gpu.gpu, known === undefined ? { ...gpu, source, at } : fill(known, gpu))
    }
  return [...merged.values()]
}

function fill(gpu: MergedGpu, other: GpuReading): MergedGpu {
  return {
    ...gpu,
    index: gpu.index ?? other.index,
    name: gpu.name ?? other.name,
    host: gpu.host ?? other.host,
    pod: gpu.pod ?? other.pod,
    // Nobody knows how busy a GPU is that is split.
    utilizationRatio: gpu.utilizationRatio ?? (gpu.mig.length > 0 ? null : other.utilizationRatio),
    memoryUsedBytes: gpu.memoryUsedBytes ?? other.memoryUsedBytes,
    memoryTotalBytes: gpu.memoryTotalBytes ?? other.memoryTotalBytes,
    powerWatts: gpu.powerWatts ?? other.powerWatts,
    powerLimitWatts: gpu.powerLimitWatts ?? other.powerLimitWatts,
    temperatureCelsius: gpu.temperatureCelsius ?? other.temperatureCelsius,
    memoryTemperatureCelsius: gpu.memoryTemperatureCelsius ?? other.memoryTemperatureCelsius,
    smClockHertz: gpu.smClockHertz ?? other.smClockHertz,
    energyJoules: gpu.energyJoules ?? other.energyJoules,
    mig: gpu.mig.length > 0 ? gpu.mig : other.mig,
  }
}
