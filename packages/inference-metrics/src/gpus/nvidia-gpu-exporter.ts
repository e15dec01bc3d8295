import type { Exposition } from '../exposition/exposition.ts'
import { gpuId } from './gpu-id.ts'
import { unknownGpu, type GpuReading } from './gpu-reading.ts'
import { gpuSamples, labelOf } from './gpu-samples.ts'

const name = (family: string) => `nvidia_smi_${family}`

/** Units are in its names. It has energy only with its NVML backend. */
export function readNvidiaGpuExporter(exposition: Exposition): GpuReading[] {
  const { gpus, value, label, number } = gpuSamples(exposition, {
    isOfGpu: (family) => family.startsWith('nvidia_smi_'),
    uuidOf: (labels) => labelOf(labels, 'uuid'),
  })
  return gpus.map((uuid) => ({
    ...unknownGpu,
    gpu: gpuId(uuid),
    index: number(uuid, 'index') ?? value(uuid, name('index')),
    name: label(uuid, 'name'),
    host: label(uuid, 'hostname'),
    utilizationRatio: value(uuid, name('utilization_gpu_ratio')),
    memoryUsedBytes: value(uuid, name('memory_used_bytes')),
    memoryTotalBytes: value(uuid, name('memory_total_bytes')),
    powerWatts: value(uuid, name('power_draw_watts')),
    powerLimitWatts: value(uuid, name('enforced_power_limit_watts'), name('power_limit_watts')),
    temperatureCelsius: value(uuid, name('temperature_gpu')),
    memoryTemperatureCelsius: value(uuid, name('temperature_memory')),
    smClockHertz: value(uuid, name('clocks_current_sm_clock_hz'), name('clocks_sm_hz')),
    energyJoules: value(uuid, name('energy_joules_total')),
  }))
}
