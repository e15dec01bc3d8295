import { mergeDistributions } from '../counters/merge-distributions.ts'
import type { CounterName, LatencyName } from '../counters/names.ts'
import { divide } from '../quantiles/divide.ts'
import { latencyOf, type Latency } from '../quantiles/latency.ts'
import { abortedOf } from './aborted.ts'
import type { Figures } from './figures.ts'
import { meanOfKnown, sumOfAll } from './sums.ts'
import type { Part } from './part.ts'

/** The figures of an engine, or of the fresh replicas of a model: a sum that one of them cannot give is not known. */
export function figuresOf(parts: readonly Part[]): Figures {
  const count = (name: CounterName) => sumOfAll(parts, ({ span }) => span?.increase.counters[name])
  const rate = (name: CounterName) => sumOfAll(parts, (part) => rateOf(part, name))
  return {
    running: sumOfAll(parts, ({ gauges }) => gauges.running),
    waiting: sumOfAll(parts, ({ gauges }) => gauges.waiting),
    kvCacheRatio: meanOfKnown(parts, ({ gauges }) => gauges.kvCacheRatio),
    kvCacheBasis:
      parts.find(({ gauges }) => gauges.kvCacheBasis !== null)?.gauges.kvCacheBasis ?? null,
    promptTokens: count('promptTokens'),
    cachedPromptTokens: count('cachedPromptTokens'),
    generationTokens: count('generationTokens'),
    promptTokensPerSecond: rate('promptTokens'),
    generationTokensPerSecond: rate('generationTokens'),
    requests: {
      finished: count('finished'),
      failed: count('failed'),
      aborted: sumOfAll(parts, abortedOf),
      rejected: count('rejected'),
      refused: count('refused'),
    },
    preemptions: count('preemptions'),
    prefixHitRatio: divide(count('prefixHits'), count('prefixQueries')),
    specAcceptRatio: divide(count('acceptedTokens'), count('draftTokens')),
    ttftSeconds: latency(parts, 'ttft'),
    itlSeconds: latency(parts, 'itl'),
    tpotSeconds: latency(parts, 'tpot'),
    e2eSeconds: latency(parts, 'e2e'),
    queueSeconds: latency(parts, 'queue'),
  }
}

function rateOf({ span }: Part, name: CounterName): number | null {
  return span === null ? null : divide(span.increase.counters[name], span.window.seconds)
}

/** Of those that have it: quantiles come from all buckets together and are never averaged. */
function latency(parts: readonly Part[], name: LatencyName): Latency | null {
  const known = parts
    .map(({ span }) => span?.increase.latencies[name] ?? null)
    .filter((distribution) => distribution !== null)
  return known.length === 0 ? null : latencyOf(known.reduce(mergeDistributions))
}
