import type { Exposition, Labels } from '../exposition/exposition.ts'
import { gpuId } from './gpu-id.ts'
import { unknownGpu, type GpuReading } from './gpu-reading.ts'
import { gpuSamples, labelOf } from './gpu-samples.ts'
import { mebibyte, megabyte, megahertz, microjoule, percent, times } from './units.ts'

/** Families of AMD's device-metrics-exporter, which an operator may give a prefix of their own. */
const own = (family: string) => [`gpu_${family}`, `amd_gpu_${family}`]
const known = new Set(
  [
    ...['power_usage', 'average_package_power', 'package_power', 'energy_consumed', 'usage'],
    ...['gfx_activity', 'used_vram', 'total_vram', 'used_memory', 'total_memory'],
    ...['edge_temperature', 'junction_temperature', 'memory_temperature', 'clock'],
  ].flatMap(own),
)

export function readAmd(exposition: Exposition): GpuReading[] {
  const { gpus, value, label, number, all } = gpuSamples(exposition, {
    isOfGpu: (family) => known.has(family),
    uuidOf: (labels) => (isWhole(labels) ? uuidOf(labels) : null),
  })
  const of = (gpu: string, ...families: readonly string[]) =>
    value(gpu, ...families.flatMap((family) => own(family)))
  return gpus.map((gpu) => ({
    ...unknownGpu,
    gpu: gpuId(gpu),
    index: number(gpu, 'gpu_id'),
    name: label(gpu, 'card_model', 'card_series'),
    host: label(gpu, 'hostname'),
    pod: label(gpu, 'pod'),
    utilizationRatio: times(of(gpu, 'gfx_activity', 'usage'), percent),
    // The megabytes of the first families are decimal (68,702 for 64 GiB), those of today are not.
    memoryUsedBytes:
      times(of(gpu, 'used_vram'), mebibyte) ?? times(of(gpu, 'used_memory'), megabyte),
    memoryTotalBytes:
      times(of(gpu, 'total_vram'), mebibyte) ?? times(of(gpu, 'total_memory'), megabyte),
    powerWatts: of(gpu, 'package_power', 'power_usage', 'average_package_power'),
    temperatureCelsius: of(gpu, 'edge_temperature', 'junction_temperature'),
    memoryTemperatureCelsius: of(gpu, 'memory_temperature'),
    smClockHertz: times(
      graphicsClock(own('clock').flatMap((family) => all(gpu, family))),
      megahertz,
    ),
    energyJoules: times(of(gpu, 'energy_consumed'), microjoule),
  }))
}

/** Partitions other than the first report 0. */
function isWhole(labels: Labels): boolean {
  return ['0', null].includes(labelOf(labels, 'gpu_partition_id'))
}

/** Without a UUID the serial number tells them apart, and without one the host and the number. */
function uuidOf(labels: Labels): string | null {
  const id = labelOf(labels, 'gpu_id')
  return (
    labelOf(labels, 'gpu_uuid', 'serial_number') ??
    (id === null ? null : `${labelOf(labels, 'hostname') ?? ''}:${id}`)
  )
}

function graphicsClock(samples: readonly { labels: Labels; value: number }[]): number | null {
  const clocks = samples.filter(({ labels }) =>
    (labelOf(labels, 'clock_type') ?? '').toLowerCase().includes('gfx'),
  )
  return clocks.length === 0 ? null : Math.max(...clocks.map(({ value }) => value))
}
