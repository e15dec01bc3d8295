import { mergeDistributions } from './merge-distributions.ts'
import { ofCounters, ofLatencies, type OfCounters, type OfLatencies } from './names.ts'
import type { Distribution } from './series.ts'

/** What an engine's model gained between two scrapes, or over many; `null` is what it does not expose. */
export type Increase = {
  counters: OfCounters<number | null>
  latencies: OfLatencies<Distribution | null>
}

export const unknownIncrease: Increase = {
  counters: ofCounters(() => null),
  latencies: ofLatencies(() => null),
}

/** What one of them knows counts: a family may appear after the first request. */
export function addIncreases(a: Increase, b: Increase): Increase {
  return {
    counters: ofCounters((name) => add(a.counters[name], b.counters[name])),
    latencies: ofLatencies((name) => merge(a.latencies[name], b.latencies[name])),
  }
}

function add(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : a + b
}

function merge(a: Distribution | null, b: Distribution | null): Distribution | null {
  return a === null ? b : b === null ? a : mergeDistributions(a, b)
}
