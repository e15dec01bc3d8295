import { hourMs } from '../../domain/utc-day.ts'

/** An hour, and one more to begin a window with. */
export function keepHour<T extends { at: number }>(samples: readonly T[], sample: T): T[] {
  const first = samples.findIndex(({ at }) => at > sample.at - hourMs)
  const kept = first === -1 ? [] : samples.slice(Math.max(0, first - 1))
  kept.push(sample)
  return kept
}
