import type { Exposition } from '../exposition/exposition.ts'
import { gpuId } from './gpu-id.ts'
import { unknownGpu, type GpuReading } from './gpu-reading.ts'
import { gpuSamples, labelOf } from './gpu-samples.ts'

/** What Triton says of the GPUs that it uses. Its energy is joules. */
export function readTritonGpus(exposition: Exposition): GpuReading[] {
  const { gpus, value } = gpuSamples(exposition, {
    isOfGpu: (family) => family.startsWith('nv_gpu_') || family === 'nv_energy_consumption',
    uuidOf: (labels) => labelOf(labels, 'gpu_uuid'),
  })
  return gpus.map((uuid) => ({
    ...unknownGpu,
    gpu: gpuId(uuid),
    utilizationRatio: value(uuid, 'nv_gpu_utilization'),
    memoryUsedBytes: value(uuid, 'nv_gpu_memory_used_bytes'),
    memoryTotalBytes: value(uuid, 'nv_gpu_memory_total_bytes'),
    powerWatts: value(uuid, 'nv_gpu_power_usage'),
    powerLimitWatts: value(uuid, 'nv_gpu_power_limit'),
    energyJoules: value(uuid, 'nv_energy_consumption'),
  }))
}
