import type { Gpu } from '@podium/contracts'
import type { Format } from '../../lib/format.ts'
import { percentText } from './figure-text.ts'
import type { InferenceWords } from './use-inference-words.ts'

export type GpuTerm = {
  key: 'busy' | 'memory' | 'power' | 'temperature' | 'energy'
  /** `null` is not known. */
  text: string | null
  /** Of its limit, where that is known. */
  share: number | null
  title?: string | undefined
}

const gibibyte = 2 ** 30

type Texts = { words: InferenceWords; format: Format }

export function gpuTerms(gpu: Gpu, { words, format }: Texts): GpuTerm[] {
  const { memory_used_bytes: used, memory_total_bytes: total } = gpu
  const { power_watts: watts, power_limit_watts: limit, energy_joules: joules } = gpu
  const gib = (bytes: number) => format.decimal(bytes / gibibyte, 1)
  const { temperature_celsius: heat, memory_temperature_celsius: memoryHeat } = gpu
  return [
    {
      key: 'busy',
      text: gpu.utilization_ratio === null ? null : percentText(gpu.utilization_ratio, format),
      share: gpu.utilization_ratio,
    },
    { key: 'memory', ...ofLimit(used, total, gib, 'GiB', words) },
    { key: 'power', ...ofLimit(watts, limit, (value) => format.count(value), 'W', words) },
    {
      key: 'temperature',
      text: heat === null ? null : `${format.count(heat)}\u00A0°C`,
      share: null,
      ...(memoryHeat !== null && {
        title: `${words.gpus.memory}: ${format.count(memoryHeat)}\u00A0°C`,
      }),
    },
    {
      key: 'energy',
      text: joules === null ? null : energyText(joules, format),
      share: null,
      ...(gpu.energy_source === 'power' && { title: words.energy.estimated }),
    },
  ]
}

function ofLimit(
  value: number | null,
  limit: number | null,
  write: (value: number) => string,
  unit: string,
  words: InferenceWords,
): Pick<GpuTerm, 'text' | 'share'> {
  if (value === null) return { text: null, share: null }
  if (limit === null || limit === 0) return { text: `${write(value)}\u00A0${unit}`, share: null }
  return {
    text: words.of(write(value), `${write(limit)}\u00A0${unit}`),
    share: value / limit,
  }
}

/** 850 J, 24.8 kJ, 3.1 MJ. */
export function energyText(joules: number, format: Format): string {
  if (joules < 1000) return `${format.count(joules)}\u00A0J`
  return joules < 1_000_000
    ? `${format.decimal(joules / 1000, 1)}\u00A0kJ`
    : `${format.decimal(joules / 1_000_000, 1)}\u00A0MJ`
}
