import type { SeriesMeasure } from '@podium/contracts'
import type { Counters } from '@podium/litellm-client'

const read: Record<SeriesMeasure, (counters: Counters) => number> = {
  tokens: (counters) => counters.promptTokens + counters.completionTokens,
  prompt_tokens: (counters) => counters.promptTokens,
  completion_tokens: (counters) => counters.completionTokens,
  cache_read_tokens: (counters) => counters.cacheReadTokens,
  requests: (counters) => counters.requests,
  successes: (counters) => counters.successes,
  failures: (counters) => counters.failures,
  spend: (counters) => counters.spendUsd,
}

/** What of the counters a measure is about. */
export function measured(measure: SeriesMeasure, counters: Counters): number {
  return read[measure](counters)
}
