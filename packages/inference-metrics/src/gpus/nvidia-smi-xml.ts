import { gpuId } from './gpu-id.ts'
import { unknownGpu, type GpuReading, type MigInstance } from './gpu-reading.ts'
import { smiText, smiValue } from './smi-value.ts'
import { mebibyte, megahertz, percent, times } from './units.ts'

/** Reads `nvidia-smi -q -x` of every schema, v9 to v13. Its GPUs stand in the order of their index, not of their minor number. */
export function readNvidiaSmiXml(text: string): GpuReading[] {
  return blocksOf(text, 'gpu').flatMap((gpu, index) => {
    const uuid = smiText(textOf(gpu, 'uuid'))
    return uuid === null ? [] : [readGpu(gpu, uuid, index)]
  })
}

function readGpu(gpu: string, uuid: string, index: number): GpuReading {
  // Each MIG instance has a memory of its own, before that of the GPU.
  const [instances = ''] = blocksOf(gpu, 'mig_devices')
  const whole = gpu.replace(instances, '')
  const [memory = ''] = blocksOf(whole, 'fb_memory_usage')
  const [temperature = ''] = blocksOf(whole, 'temperature')
  const [clocks = ''] = blocksOf(whole, 'clocks')
  // `power_readings` until v11; the draw was split into two by driver 595.
  const [power = ''] = [
    ...blocksOf(whole, 'gpu_power_readings'),
    ...blocksOf(whole, 'power_readings'),
  ]
  const draw = firstValue(power, 'power_draw', 'average_power_draw', 'instant_power_draw')
  return {
    ...unknownGpu,
    gpu: gpuId(uuid),
    index,
    name: smiText(textOf(whole, 'product_name')),
    utilizationRatio: times(smiValue(textOf(whole, 'gpu_util')), percent),
    memoryUsedBytes: times(smiValue(textOf(memory, 'used')), mebibyte),
    memoryTotalBytes: times(smiValue(textOf(memory, 'total')), mebibyte),
    powerWatts: draw,
    powerLimitWatts: firstValue(
      power,
      'enforced_power_limit',
      'current_power_limit',
      'power_limit',
    ),
    temperatureCelsius: smiValue(textOf(temperature, 'gpu_temp')),
    memoryTemperatureCelsius: smiValue(textOf(temperature, 'memory_temp')),
    smClockHertz: times(smiValue(textOf(clocks, 'sm_clock')), megahertz),
    mig: blocksOf(instances, 'mig_device').flatMap(readInstance),
  }
}

function readInstance(device: string): MigInstance[] {
  const instance = smiText(textOf(device, 'gpu_instance_id'))
  const [memory = ''] = blocksOf(device, 'fb_memory_usage')
  const memoryUsedBytes = times(smiValue(textOf(memory, 'used')), mebibyte)
  return instance === null
    ? []
    : [{ instance, profile: null, utilizationRatio: null, memoryUsedBytes }]
}

function firstValue(block: string, ...tags: readonly string[]): number | null {
  for (const tag of tags) {
    const value = smiValue(textOf(block, tag))
    if (value !== null) return value
  }
  return null
}

function textOf(block: string, tag: string): string | undefined {
  return blocksOf(block, tag)[0]
}

/** What stands inside each element of a name; none of these contains one of its own name. */
function blocksOf(text: string, tag: string): string[] {
  const blocks: string[] = []
  const close = `</${tag}>`
  const open = new RegExp(`<${tag}(?:\\s[^>]*)?>`, 'g')
  for (let match = open.exec(text); match !== null; match = open.exec(text)) {
    const end = text.indexOf(close, open.lastIndex)
    if (end === -1) break
    blocks.push(text.slice(open.lastIndex, end))
    open.lastIndex = end + close.length
  }
  return blocks
}
