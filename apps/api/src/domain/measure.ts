import type { SeriesMeasure } from '@podium/contracts'
import type { CounterName, Counters } from '@podium/litellm-client'

/** The counters that a measure is the sum of. */
export const countersOf: Record<SeriesMeasure, readonly CounterName[]> = {
  tokens: ['promptTokens', 'completionTokens'],
  prompt_tokens: ['promptTokens'],
  completion_tokens: ['completionTokens'],
  cache_read_tokens: ['cacheReadTokens'],
  requests: ['requests'],
  successes: ['successes'],
  failures: ['failures'],
  spend: ['spendUsd'],
}

export function amountOf(measure: SeriesMeasure, counters: Counters): number {
  return countersOf[measure].reduce((sum, name) => sum + counters[name], 0)
}
