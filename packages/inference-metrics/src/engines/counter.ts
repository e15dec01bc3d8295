import type { Series } from '../counters/series.ts'
import type { Exposition } from '../exposition/exposition.ts'
import { seriesKey } from '../exposition/series-key.ts'
import { samplesOf, type Family, type Selection } from './family.ts'

/** How an engine counts something; `null` where it has none of the families. */
export type Counter = {
  families: readonly Family[]
  read: (exposition: Exposition) => Series | null
}

/** All series of all of them; one that is not there adds nothing. */
export function total(...selections: readonly Selection[]): Counter {
  return {
    families: selections.map(({ family }) => family),
    read: (exposition) => {
      let isThere = false
      const series = new Map<string, number>()
      for (const selection of selections) {
        const found = samplesOf(exposition, selection)
        if (found === null) continue
        isThere = true
        for (const { labels, value } of found.samples)
          if (value >= 0 && value < Infinity) series.set(seriesKey(found.name, labels), value)
      }
      return isThere ? series : null
    },
  }
}

/** The first one that is there: newer names before older ones. */
export function firstOf(...counters: readonly Counter[]): Counter {
  return {
    families: counters.flatMap(({ families }) => families),
    read: (exposition) => {
      for (const counter of counters) {
        const series = counter.read(exposition)
        if (series !== null) return series
      }
      return null
    },
  }
}

/** Counts only where another family is there: both halves of a ratio are then of one kind. */
export function beside(family: Family, counter: Counter): Counter {
  return {
    families: counter.families,
    read: (exposition) =>
      samplesOf(exposition, { family }) === null ? null : counter.read(exposition),
  }
}
