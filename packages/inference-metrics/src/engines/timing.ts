import type { Distribution, Distributions } from '../counters/series.ts'
import type { Exposition, Labels, Sample } from '../exposition/exposition.ts'
import { parseValue } from '../exposition/parse-value.ts'
import { seriesKey } from '../exposition/series-key.ts'
import type { Counter } from './counter.ts'
import type { Family } from './family.ts'

/** How an engine tells a latency, in seconds. */
export type Timing = {
  families: readonly Family[]
  read: (exposition: Exposition) => Distributions | null
}

type Parts = { buckets: Map<number, number>; sum: number; count: number | null }

/** A histogram under the first name that is there. */
export function histogram(...families: readonly Family[]): Timing {
  return histogramIn(1, ...families)
}

/** `unit` is how many seconds one of its numbers is. */
export function histogramIn(unit: number, ...families: readonly Family[]): Timing {
  const names = families.flatMap(({ spellings }) => spellings)
  return {
    families,
    read: (exposition) => {
      const name = names.find((spelling) => isThere(exposition, spelling))
      return name === undefined ? null : readHistogram(exposition, name, unit)
    },
  }
}

/** Seconds and how often, counted apart: a mean without quantiles. */
export function meanOf(time: Counter, count: Counter, unit = 1): Timing {
  return {
    families: [...time.families, ...count.families],
    read: (exposition) => {
      const [sums, counts] = [time.read(exposition), count.read(exposition)]
      if (sums === null || counts === null) return null
      const sum = addUp(sums) * unit
      return new Map([['', { bounds: [], counts: [], sum, count: addUp(counts) }]])
    },
  }
}

function isThere({ families, samples }: Exposition, name: string): boolean {
  return samples.has(`${name}_bucket`) || samples.has(`${name}_count`) || families.has(name)
}

function readHistogram(exposition: Exposition, name: string, unit: number): Distributions {
  const parts = new Map<string, Parts>()
  const partsOf = (labels: Labels) => {
    const key = seriesKey(name, labels, 'le')
    const part = parts.get(key) ?? { buckets: new Map(), sum: 0, count: null }
    parts.set(key, part)
    return part
  }
  const all = (suffix: string): readonly Sample[] => exposition.samples.get(name + suffix) ?? []
  // Triton's manual prints buckets without their suffix.
  const bare = exposition.families.get(name) === 'histogram' ? all('') : []
  for (const { labels, value } of [...all('_bucket'), ...bare]) {
    const end = parseValue(labels.get('le') ?? '')
    if (end !== null && value >= 0 && value < Infinity)
      partsOf(labels).buckets.set(end * unit, value)
  }
  for (const { labels, value } of all('_sum'))
    if (Number.isFinite(value)) partsOf(labels).sum = value * unit
  for (const { labels, value } of all('_count'))
    if (Number.isFinite(value)) partsOf(labels).count = value
  return new Map([...parts].map(([key, part]) => [key, distributionOf(part)]))
}

function distributionOf({ buckets, sum, count }: Parts): Distribution {
  const bounds = [...buckets.keys()].filter((end) => !Number.isNaN(end)).toSorted((a, b) => a - b)
  const counts = bounds.map((bound) => buckets.get(bound) ?? 0)
  return { bounds, counts, sum, count: count ?? counts.at(-1) ?? 0 }
}

function addUp(series: ReadonlyMap<string, number>): number {
  return [...series.values()].reduce((sum, value) => sum + value, 0)
}
