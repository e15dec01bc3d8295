import type { Exposition, Labels } from '../exposition/exposition.ts'
import { seriesKey } from '../exposition/series-key.ts'
import { samplesOf, type Family, type Selection } from './family.ts'

/** How an engine tells a figure of the moment; `families` are what it is looked for under. */
export type Gauge = {
  families: readonly Family[]
  read: (exposition: Exposition) => number | null
}

/** The first family that is there, its series added. */
export function summed(...selections: readonly Selection[]): Gauge {
  return gaugeOf(selections, addUp)
}

/** The first family that is there, the mean of its series. */
export function averaged(...selections: readonly Selection[]): Gauge {
  return gaugeOf(selections, (values) => addUp(values) / values.length)
}

export function ratioOf(part: Gauge, whole: Gauge): Gauge {
  return ofTwo(part, whole, (a, b) => (b === 0 ? null : a / b))
}

export function productOf(one: Gauge, other: Gauge): Gauge {
  return ofTwo(one, other, (a, b) => a * b)
}

export function firstGauge(...gauges: readonly Gauge[]): Gauge {
  return {
    families: gauges.flatMap(({ families }) => families),
    read: (exposition) => {
      for (const gauge of gauges) {
        const value = gauge.read(exposition)
        if (value !== null) return value
      }
      return null
    },
  }
}

/** A figure that is written into the labels of a series; of several series the sum, or their mean. */
export function fromLabels(
  family: Family,
  read: (labels: Labels) => number | null,
  combine: 'sum' | 'mean',
): Gauge {
  return {
    families: [family],
    read: (exposition) => {
      const found = samplesOf(exposition, { family })?.samples ?? []
      const values = found.map(({ labels }) => read(labels)).filter((value) => value !== null)
      if (values.length === 0 || values.length < found.length) return null
      return combine === 'sum' ? addUp(values) : addUp(values) / values.length
    },
  }
}

function gaugeOf(
  selections: readonly Selection[],
  combine: (values: readonly number[]) => number,
): Gauge {
  return {
    families: selections.map(({ family }) => family),
    read: (exposition) => {
      for (const selection of selections) {
        const found = samplesOf(exposition, selection)
        if (found === null) continue
        const series = new Map<string, number>()
        for (const { labels, value } of found.samples)
          series.set(seriesKey(found.name, labels), value)
        // NaN and values below 0 are how engines say that they do not know.
        const values = [...series.values()].filter((value) => value >= 0 && value < Infinity)
        if (values.length > 0) return combine(values)
      }
      return null
    },
  }
}

function ofTwo(one: Gauge, other: Gauge, combine: (a: number, b: number) => number | null): Gauge {
  return {
    families: [...one.families, ...other.families],
    read: (exposition) => {
      const [a, b] = [one.read(exposition), other.read(exposition)]
      return a === null || b === null ? null : combine(a, b)
    },
  }
}

function addUp(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
