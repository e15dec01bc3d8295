/** What engines count, under names of our own. `prefixHits` of `prefixQueries` make the ratio of prefix hits. */
export type CounterName =
  | 'promptTokens'
  | 'cachedPromptTokens'
  | 'generationTokens'
  | 'finished'
  | 'failed'
  | 'aborted'
  | 'rejected'
  | 'refused'
  | 'preemptions'
  | 'prefixHits'
  | 'prefixQueries'
  | 'draftTokens'
  | 'acceptedTokens'

export type LatencyName = 'ttft' | 'itl' | 'tpot' | 'e2e' | 'queue'

export type OfCounters<T> = Readonly<Record<CounterName, T>>
export type OfLatencies<T> = Readonly<Record<LatencyName, T>>

export function ofCounters<T>(make: (name: CounterName) => T): OfCounters<T> {
  return {
    promptTokens: make('promptTokens'),
    cachedPromptTokens: make('cachedPromptTokens'),
    generationTokens: make('generationTokens'),
    finished: make('finished'),
    failed: make('failed'),
    aborted: make('aborted'),
    rejected: make('rejected'),
    refused: make('refused'),
    preemptions: make('preemptions'),
    prefixHits: make('prefixHits'),
    prefixQueries: make('prefixQueries'),
    draftTokens: make('draftTokens'),
    acceptedTokens: make('acceptedTokens'),
  }
}

export function ofLatencies<T>(make: (name: LatencyName) => T): OfLatencies<T> {
  return {
    ttft: make('ttft'),
    itl: make('itl'),
    tpot: make('tpot'),
    e2e: make('e2e'),
    queue: make('queue'),
  }
}
