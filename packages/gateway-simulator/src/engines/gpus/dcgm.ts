import { createExposition } from '../exposition/write-exposition.ts'
import type { Labels } from '../exposition/write-exposition.ts'
import type { Names } from '../kinds/kind.ts'
import type { GpuMoment } from './gpu.ts'

const driver = '590.48.01'
const reservedMib = 479

export interface DcgmHost {
  hostname: string
  names: Names
  /** Kubernetes' pod on a GPU, by UUID. */
  pods: ReadonlyMap<string, string>
}

/** NVIDIA's dcgm-exporter: millijoules, MiB and percent; labels of today, or of before 4.8. */
export function writeDcgm(gpus: readonly GpuMoment[], host: DcgmHost): string {
  const out = createExposition()
  const series = (value: (gpu: GpuMoment) => number) =>
    gpus.map((gpu) => [labelsOf(gpu, host), value(gpu)] as const)
  const gauge = (name: string, value: (gpu: GpuMoment) => number) =>
    out.gauge(`DCGM_FI_DEV_${name}`, ...series(value))
  gauge('SM_CLOCK', ({ smClockMhz }) => smClockMhz)
  gauge('MEMORY_TEMP', ({ memoryTemperatureCelsius }) => memoryTemperatureCelsius)
  gauge('GPU_TEMP', ({ temperatureCelsius }) => temperatureCelsius)
  gauge('POWER_USAGE', ({ powerWatts }) => Number(powerWatts.toFixed(6)))
  out.counter(
    'DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION',
    ...series(({ energyJoules }) => Math.round(energyJoules * 1000)),
  )
  gauge('GPU_UTIL', ({ utilizationRatio }) => Math.round(utilizationRatio * 100))
  gauge('XID_ERRORS', () => 0)
  gauge('FB_FREE', (gpu) => gpu.memoryTotalMib - gpu.memoryUsedMib - reservedMib)
  gauge('FB_USED', ({ memoryUsedMib }) => memoryUsedMib)
  gauge('FB_RESERVED', () => reservedMib)
  return out.text()
}

function labelsOf({ index, uuid, name }: GpuMoment, { hostname, names, pods }: DcgmHost): Labels {
  const device = { gpu: String(index), UUID: uuid, device: `nvidia${index}`, modelName: name }
  if (names === 'old') return { ...device, Hostname: hostname, DCGM_FI_DRIVER_VERSION: driver }
  const pod = pods.get(uuid)
  return {
    ...device,
    pci_bus_id: `00000000:${(0x17 + index * 0x10).toString(16).toUpperCase()}:00.0`,
    hostname,
    DCGM_FI_DRIVER_VERSION: driver,
    ...(pod !== undefined && { container: 'engine', namespace: 'workshop', pod }),
  }
}
