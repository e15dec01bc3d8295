import { addIncreases, unknownIncrease, type Increase } from '../counters/increase.ts'
import { ofCounters, ofLatencies } from '../counters/names.ts'
import type { ModelSample } from '../engines/follow-engine.ts'
import { meanOfKnown } from './sums.ts'
import { windowOf, type Window } from '../windows/window.ts'

/** What a model did over a window. */
export type Span = {
  window: Window
  increase: Increase
  /** At the begin of the window. */
  runningFrom: number | null
  /** Of the scrapes of the window. */
  meanRunning: number | null
}

/** `null` with fewer than two good scrapes. */
export function spanOf(samples: readonly ModelSample[], spanMs: number): Span | null {
  const found = windowOf(samples, spanMs)
  const first = found?.inside[0]
  if (found === null || first === undefined) return null
  return {
    window: found.window,
    increase: sumOf(found.inside.slice(1)),
    runningFrom: first.running,
    meanRunning: meanOfKnown(found.inside, ({ running }) => running),
  }
}

/** What the newest scrape does not expose is not known, even if an earlier one had it. */
export function sumOf(samples: readonly { increase: Increase | null }[]): Increase {
  let sum = unknownIncrease
  for (const { increase } of samples) if (increase !== null) sum = addIncreases(sum, increase)
  const newest = samples.at(-1)?.increase ?? unknownIncrease
  return {
    counters: ofCounters((name) => (newest.counters[name] === null ? null : sum.counters[name])),
    latencies: ofLatencies((name) =>
      newest.latencies[name] === null ? null : sum.latencies[name],
    ),
  }
}
