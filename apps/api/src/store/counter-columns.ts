import type { Counters } from '@podium/litellm-client'

/** The columns of every table that counts, in their order there. */
export const counterColumns = [
  'prompt',
  'completion',
  'cache_read',
  'cache_creation',
  'requests',
  'successes',
  'failures',
  'spend',
  'cache_savings',
  'response_ms',
  'timed',
] as const

export type CounterColumn = (typeof counterColumns)[number]

export type CounterColumns = Record<CounterColumn, number>

/** Everything else is a whole number. */
export const dollarColumns: ReadonlySet<string> = new Set(['spend', 'cache_savings'])

/** In the order of the columns. */
export function counterValues(counters: Counters): number[] {
  return [
    counters.promptTokens,
    counters.completionTokens,
    counters.cacheReadTokens,
    counters.cacheCreationTokens,
    counters.requests,
    counters.successes,
    counters.failures,
    counters.spendUsd,
    counters.cacheSavingsUsd,
    counters.responseMs,
    counters.timedRequests,
  ]
}

export function toColumns(counters: Counters): CounterColumns {
  return {
    prompt: counters.promptTokens,
    completion: counters.completionTokens,
    cache_read: counters.cacheReadTokens,
    cache_creation: counters.cacheCreationTokens,
    requests: counters.requests,
    successes: counters.successes,
    failures: counters.failures,
    spend: counters.spendUsd,
    cache_savings: counters.cacheSavingsUsd,
    response_ms: counters.responseMs,
    timed: counters.timedRequests,
  }
}

export function toCounters(row: CounterColumns): Counters {
  return {
    promptTokens: row.prompt,
    completionTokens: row.completion,
    cacheReadTokens: row.cache_read,
    cacheCreationTokens: row.cache_creation,
    requests: row.requests,
    successes: row.successes,
    failures: row.failures,
    spendUsd: row.spend,
    cacheSavingsUsd: row.cache_savings,
    responseMs: row.response_ms,
    timedRequests: row.timed,
  }
}
