import type { Exposition, Labels, Sample } from '../exposition/exposition.ts'
import { detach } from '../exposition/series-key.ts'

/** The samples of a family by GPU, under the name of the label that tells them apart. */
export type GpuSamples = {
  /** All UUIDs that any of the families names, in their order. */
  gpus: readonly string[]
  /** The largest value of a GPU: what an exporter repeats for each instance or pod is one reading. */
  value: (gpu: string, ...names: readonly string[]) => number | null
  /** A label of any of its samples, whatever its capitals. */
  label: (gpu: string, ...names: readonly string[]) => string | null
  /** A label that is a whole number. */
  number: (gpu: string, name: string) => number | null
  all: (gpu: string, name: string) => readonly Sample[]
}

type Options = {
  isOfGpu: (name: string) => boolean
  uuidOf: (labels: Labels) => string | null
}

export function gpuSamples(exposition: Exposition, { isOfGpu, uuidOf }: Options): GpuSamples {
  const byGpu = new Map<string, Map<string, Sample[]>>()
  for (const [name, samples] of exposition.samples) {
    if (!isOfGpu(name)) continue
    for (const sample of samples) {
      const uuid = uuidOf(sample.labels)
      if (uuid === null) continue
      const families = byGpu.get(uuid) ?? new Map<string, Sample[]>()
      byGpu.set(uuid, families)
      const known = families.get(name)
      if (known === undefined) families.set(name, [sample])
      else known.push(sample)
    }
  }
  const all = (gpu: string, name: string) => byGpu.get(gpu)?.get(name) ?? []
  const label = (gpu: string, ...names: readonly string[]) =>
    firstLabel([...(byGpu.get(gpu)?.values() ?? [])].flat(), names)
  return {
    gpus: [...byGpu.keys()],
    all,
    label,
    number: (gpu, name) => {
      const text = label(gpu, name) ?? ''
      return /^\d{1,9}$/.test(text) ? Number(text) : null
    },
    value: (gpu, ...names) => {
      for (const name of names) {
        const values = all(gpu, name).map(({ value }) => value)
        const usable = values.filter((value) => value >= 0 && value < Infinity)
        if (usable.length > 0) return usable.reduce((a, b) => Math.max(a, b))
      }
      return null
    },
  }
}

function firstLabel(samples: readonly Sample[], names: readonly string[]): string | null {
  for (const { labels } of samples) {
    const found = labelOf(labels, ...names)
    if (found !== null) return detach(found)
  }
  return null
}

/** The first of some labels, whatever its capitals: exporters changed them. */
export function labelOf(labels: Labels, ...names: readonly string[]): string | null {
  for (const name of names)
    for (const [label, value] of labels)
      if (label.toLowerCase() === name && value !== '') return value
  return null
}
