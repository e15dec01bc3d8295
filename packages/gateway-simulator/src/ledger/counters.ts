/** What every row, sum and bucket counts. Requests are successes and failures together. */
export interface Counters {
  spend: number
  promptTokens: number
  completionTokens: number
  cacheReadTokens: number
  cacheCreationTokens: number
  successes: number
  failures: number
  responseMs: number
  timedRequests: number
  cachingSavings: number
}

export function noCounters(): Counters {
  return {
    spend: 0,
    promptTokens: 0,
    completionTokens: 0,
    cacheReadTokens: 0,
    cacheCreationTokens: 0,
    successes: 0,
    failures: 0,
    responseMs: 0,
    timedRequests: 0,
    cachingSavings: 0,
  }
}

export function addCounters(sum: Counters, more: Readonly<Counters>): void {
  sum.spend += more.spend
  sum.promptTokens += more.promptTokens
  sum.completionTokens += more.completionTokens
  sum.cacheReadTokens += more.cacheReadTokens
  sum.cacheCreationTokens += more.cacheCreationTokens
  sum.successes += more.successes
  sum.failures += more.failures
  sum.responseMs += more.responseMs
  sum.timedRequests += more.timedRequests
  sum.cachingSavings += more.cachingSavings
}
