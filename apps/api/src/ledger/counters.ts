import type { CounterName, Counters } from '@podium/litellm-client'

export const noCounters: Counters = {
  promptTokens: 0,
  completionTokens: 0,
  cacheReadTokens: 0,
  cacheCreationTokens: 0,
  requests: 0,
  successes: 0,
  failures: 0,
  spendUsd: 0,
  cacheSavingsUsd: 0,
  responseMs: 0,
  timedRequests: 0,
}

/** What only grows in a day. The gateway's savings may also turn into a loss. */
export const growing: readonly CounterName[] = [
  'promptTokens',
  'completionTokens',
  'cacheReadTokens',
  'cacheCreationTokens',
  'requests',
  'successes',
  'failures',
  'spendUsd',
  'responseMs',
  'timedRequests',
]

export const counterNames: readonly CounterName[] = [...growing, 'cacheSavingsUsd']

export function isInDollars(name: CounterName): boolean {
  return name === 'spendUsd' || name === 'cacheSavingsUsd'
}

export function mapCounters(make: (name: CounterName) => number): Counters {
  return {
    promptTokens: make('promptTokens'),
    completionTokens: make('completionTokens'),
    cacheReadTokens: make('cacheReadTokens'),
    cacheCreationTokens: make('cacheCreationTokens'),
    requests: make('requests'),
    successes: make('successes'),
    failures: make('failures'),
    spendUsd: make('spendUsd'),
    cacheSavingsUsd: make('cacheSavingsUsd'),
    responseMs: make('responseMs'),
    timedRequests: make('timedRequests'),
  }
}

// Field by field: a poll does this for every counter of thousands of cells.

export function add(a: Counters, b: Counters): Counters {
  return {
    promptTokens: a.promptTokens + b.promptTokens,
    completionTokens: a.completionTokens + b.completionTokens,
    cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
    cacheCreationTokens: a.cacheCreationTokens + b.cacheCreationTokens,
    requests: a.requests + b.requests,
    successes: a.successes + b.successes,
    failures: a.failures + b.failures,
    spendUsd: a.spendUsd + b.spendUsd,
    cacheSavingsUsd: a.cacheSavingsUsd + b.cacheSavingsUsd,
    responseMs: a.responseMs + b.responseMs,
    timedRequests: a.timedRequests + b.timedRequests,
  }
}

export function subtract(a: Counters, b: Counters): Counters {
  return {
    promptTokens: a.promptTokens - b.promptTokens,
    completionTokens: a.completionTokens - b.completionTokens,
    cacheReadTokens: a.cacheReadTokens - b.cacheReadTokens,
    cacheCreationTokens: a.cacheCreationTokens - b.cacheCreationTokens,
    requests: a.requests - b.requests,
    successes: a.successes - b.successes,
    failures: a.failures - b.failures,
    spendUsd: a.spendUsd - b.spendUsd,
    cacheSavingsUsd: a.cacheSavingsUsd - b.cacheSavingsUsd,
    responseMs: a.responseMs - b.responseMs,
    timedRequests: a.timedRequests - b.timedRequests,
  }
}

export function sum(parts: Iterable<Counters>): Counters {
  let total = noCounters
  for (const part of parts) total = add(total, part)
  return total
}

export function isZero(counters: Counters): boolean {
  return (
    counters.promptTokens === 0 &&
    counters.completionTokens === 0 &&
    counters.cacheReadTokens === 0 &&
    counters.cacheCreationTokens === 0 &&
    counters.requests === 0 &&
    counters.successes === 0 &&
    counters.failures === 0 &&
    counters.spendUsd === 0 &&
    counters.cacheSavingsUsd === 0 &&
    counters.responseMs === 0 &&
    counters.timedRequests === 0
  )
}

/** Whether nothing that only grows is below nothing. */
export function isWhole(counters: Counters): boolean {
  return (
    counters.promptTokens >= 0 &&
    counters.completionTokens >= 0 &&
    counters.cacheReadTokens >= 0 &&
    counters.cacheCreationTokens >= 0 &&
    counters.requests >= 0 &&
    counters.successes >= 0 &&
    counters.failures >= 0 &&
    counters.spendUsd >= 0 &&
    counters.responseMs >= 0 &&
    counters.timedRequests >= 0
  )
}
