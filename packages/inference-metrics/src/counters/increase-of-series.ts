import type { Series } from './series.ts'

export type SeriesIncrease = { value: number; hasReset: boolean }

/** What each series gained, first per series and then summed: a sum of values would hide that one of them began again. */
export function increaseOfSeries(before: Series, now: Series): SeriesIncrease {
  let value = 0
  let hasReset = false
  for (const [key, current] of now) {
    const previous = before.get(key) ?? 0
    if (current < previous) hasReset = true
    value += current < previous ? current : current - previous
  }
  return { value, hasReset }
}
