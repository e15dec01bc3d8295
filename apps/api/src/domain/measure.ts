import type { SumMeasure } from '@podium/contracts'
import type { CounterName, Counters } from '@podium/litellm-client'

/** The counters that a measure is the sum of. */
export const countersOf: Record<SumMeasure, readonly CounterName[]> = {
  tokens: ['promptTokens', 'completionTokens'],
  prompt_tokens: ['promptTokens'],
  completion_tokens: ['completionTokens'],
  cache_read_tokens: ['cacheReadTokens'],
  cache_creation_tokens: ['cacheCreationTokens'],
  requests: ['requests'],
  successes: ['successes'],
  failures: ['failures'],
  spend: ['spendUsd'],
}

export function amountOf(measure: SumMeasure, counters: Counters): number {
  return countersOf[measure].reduce((sum, name) => sum + counters[name], 0)
}
