import type { Exposition } from '../exposition/exposition.ts'
import { readMig, sumOfInstances } from './dcgm-mig.ts'
import { gpuId } from './gpu-id.ts'
import { unknownGpu, type GpuReading } from './gpu-reading.ts'
import { gpuSamples, labelOf, type GpuSamples } from './gpu-samples.ts'
import { mebibyte, megahertz, millijoule, percent, times } from './units.ts'

/** The smallest of the values that old exporters print for "nothing": of 32-bit and of 64-bit integers. */
const [blank, blankEnergy] = [0x7fff_fff0, 9.223372036854775e18]

/** NVIDIA's dcgm-exporter, with its labels of today and of before. */
export function readDcgm(exposition: Exposition): GpuReading[] {
  const samples = gpuSamples(exposition, {
    isOfGpu: (name) => name.startsWith('DCGM_FI_'),
    uuidOf: (labels) => labelOf(labels, 'uuid'),
  })
  return samples.gpus.map((uuid) => readGpu(samples, uuid))
}

function readGpu(samples: GpuSamples, uuid: string): GpuReading {
  const gauge = (name: string) => below(blank, samples.value(uuid, `DCGM_FI_DEV_${name}`))
  const memory = (name: string) =>
    below(blank, sumOfInstances(samples.all(uuid, `DCGM_FI_DEV_FB_${name}`)))
  const energy = samples.value(uuid, 'DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION')
  const [used, free] = [memory('USED'), memory('FREE')]
  const mig = readMig(samples, uuid)
  return {
    ...unknownGpu,
    gpu: gpuId(uuid),
    index: samples.number(uuid, 'gpu'),
    name: samples.label(uuid, 'modelname', 'model_name'),
    host: samples.label(uuid, 'hostname'),
    pod: samples.label(uuid, 'pod', 'pod_name'),
    utilizationRatio: mig.length > 0 ? null : times(gauge('GPU_UTIL'), percent),
    memoryUsedBytes: times(used, mebibyte),
    memoryTotalBytes:
      used === null || free === null ? null : (used + free + (memory('RESERVED') ?? 0)) * mebibyte,
    powerWatts: gauge('POWER_USAGE'),
    powerLimitWatts: gauge('ENFORCED_POWER_LIMIT') ?? gauge('POWER_MGMT_LIMIT'),
    temperatureCelsius: gauge('GPU_TEMP'),
    memoryTemperatureCelsius: gauge('MEMORY_TEMP'),
    smClockHertz: times(gauge('SM_CLOCK'), megahertz),
    energyJoules: times(below(blankEnergy, energy), millijoule),
    mig,
  }
}

function below(limit: number, value: number | null): number | null {
  return value === null || value >= limit ? null : value
}
