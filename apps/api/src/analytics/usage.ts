import type { Usage } from '@podium/contracts'
import type { Counters } from '@podium/litellm-client'
import { sum } from '../domain/counters.ts'
import { roundUsd } from '../domain/dollars.ts'
import type { ModelTotal } from '../domain/traffic.ts'
import { leastUsd, type Terms } from './prices.ts'
import { pricedOutput } from './score/priced-output.ts'
import { wilsonLowerBound } from './wilson.ts'

/**
 * What was used of these models and what follows from it. What has nothing to be divided by is not known, and dollars
 * are divided by nothing but what has a price.
 */
export function usageOf(
  models: readonly ModelTotal[],
  termsOf: Terms,
  counters = sum(models.map((each) => each.counters)),
): Usage {
  const { promptTokens, completionTokens, requests, successes } = counters
  const spendUsd = roundUsd(counters.spendUsd)
  const tokens = promptTokens + completionTokens
  const unpriced = sumOf(models.filter(({ model }) => !termsOf(model).isPriced))
  const isUnpriced = unpriced.tokens > 0 && unpriced.tokens === tokens
  const reliability = wilsonLowerBound(successes, requests)
  const output = pricedOutput(models, termsOf)
  return {
    tokens,
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    cache_read_tokens: countsCacheReads(models, termsOf) ? counters.cacheReadTokens : null,
    cache_creation_tokens: counters.cacheCreationTokens,
    requests,
    successes,
    failures: counters.failures,
    spend_usd: isUnpriced ? null : spendUsd,
    unpriced: isUnpriced,
    unpriced_tokens: unpriced.tokens,
    success_rate: requests === 0 ? null : Math.round((10_000 * successes) / requests) / 100,
    reliability: reliability === null ? null : 100 * reliability,
    cost_per_1k_tokens: over(1000 * spendUsd, tokens - unpriced.tokens),
    cost_per_success: isUnpriced ? null : over(spendUsd, successes - unpriced.successes),
    output_per_usd: output === null ? null : output.output / output.usd,
    cache_hit_share: cacheHitShare({ models, counters }, termsOf),
  }
}

/** The one share of the prompt that came from a cache; `null` is not known. */
export function cacheHitShare(
  { models, counters }: { models: readonly ModelTotal[]; counters: Counters },
  termsOf: Terms,
): number | null {
  return countsCacheReads(models, termsOf)
    ? over(counters.cacheReadTokens, counters.promptTokens)
    : null
}

/** Whether what was read from a cache is known of everything that was sent. */
export function countsCacheReads(models: readonly ModelTotal[], termsOf: Terms): boolean {
  return models.every(
    ({ model, counters }) => counters.promptTokens === 0 || termsOf(model).countsCacheReads,
  )
}

function sumOf(models: readonly ModelTotal[]): { tokens: number; successes: number } {
  let tokens = 0
  let successes = 0
  for (const { counters } of models) {
    tokens += counters.promptTokens + counters.completionTokens
    successes += counters.successes
  }
  return { tokens, successes }
}

function over(part: number, whole: number): number | null {
  return whole > leastUsd ? part / whole : null
}
