import { gpuId } from './gpu-id.ts'
import { unknownGpu, type GpuReading } from './gpu-reading.ts'
import { smiText, smiValue } from './smi-value.ts'
import { mebibyte, megahertz, percent, times } from './units.ts'

/** What `nvidia-smi` is asked for. The name is last, because nothing quotes a comma in it. */
const fields = [
  ...['index', 'uuid', 'utilization.gpu', 'memory.used', 'memory.total', 'power.draw'],
  ...['enforced.power.limit', 'temperature.gpu', 'temperature.memory', 'clocks.current.sm', 'name'],
] as const

export const nvidiaSmiArguments = [
  `--query-gpu=${fields.join(',')}`,
  '--format=csv,noheader,nounits',
]

/** Reads what `nvidia-smi` prints for `nvidiaSmiArguments`; a line without a UUID is none. */
export function readNvidiaSmi(text: string): GpuReading[] {
  return text.split('\n').flatMap((line) => {
    const cells = line.split(',')
    const cell = (name: (typeof fields)[number]) => cells[fields.indexOf(name)]
    const uuid = smiText(cell('uuid'))
    if (uuid === null || cells.length < fields.length) return []
    return [
      {
        ...unknownGpu,
        gpu: gpuId(uuid),
        index: smiValue(cell('index')),
        name: smiText(cells.slice(fields.length - 1).join(',')),
        utilizationRatio: times(smiValue(cell('utilization.gpu')), percent),
        memoryUsedBytes: times(smiValue(cell('memory.used')), mebibyte),
        memoryTotalBytes: times(smiValue(cell('memory.total')), mebibyte),
        powerWatts: smiValue(cell('power.draw')),
        powerLimitWatts: smiValue(cell('enforced.power.limit')),
        temperatureCelsius: smiValue(cell('temperature.gpu')),
        memoryTemperatureCelsius: smiValue(cell('temperature.memory')),
        smClockHertz: times(smiValue(cell('clocks.current.sm')), megahertz),
      },
    ]
  })
}
