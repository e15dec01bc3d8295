/** One GPU as one source sees it; `null` is not known. */
export type GpuReading = {
  /** Its UUID, as `gpuId` writes it. */
  gpu: string
  index: number | null
  name: string | null
  host: string | null
  /** Of Kubernetes, where the source knows it. */
  pod: string | null
  utilizationRatio: number | null
  memoryUsedBytes: number | null
  memoryTotalBytes: number | null
  powerWatts: number | null
  powerLimitWatts: number | null
  temperatureCelsius: number | null
  memoryTemperatureCelsius: number | null
  smClockHertz: number | null
  /** A counter that begins anywhere; only its steps mean something. */
  energyJoules: number | null
  mig: readonly MigInstance[]
}

export type MigInstance = {
  instance: string
  profile: string | null
  utilizationRatio: number | null
  memoryUsedBytes: number | null
}

export type GpuKind = 'nvidia-smi' | 'dcgm' | 'nvidia_gpu_exporter' | 'amd' | 'triton'

export const unknownGpu: Omit<GpuReading, 'gpu'> = {
  index: null,
  name: null,
  host: null,
  pod: null,
  utilizationRatio: null,
  memoryUsedBytes: null,
  memoryTotalBytes: null,
  powerWatts: null,
  powerLimitWatts: null,
  temperatureCelsius: null,
  memoryTemperatureCelsius: null,
  smClockHertz: null,
  energyJoules: null,
  mig: [],
}
