import type { Usage } from '@podium/contracts'
import type { Counters } from '@podium/litellm-client'
import { wilsonLowerBound } from './wilson.ts'

/** Less is what subtracting dollars leaves over, and no money. */
export const leastUsd = 1e-12

/** Counters and what follows from them. What has nothing to be divided by is not known. */
export function usageOf(counters: Counters): Usage {
  const { promptTokens, completionTokens, requests, successes, spendUsd } = counters
  const tokens = promptTokens + completionTokens
  const reliability = wilsonLowerBound(successes, requests)
  return {
    tokens,
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    cache_read_tokens: counters.cacheReadTokens,
    cache_creation_tokens: counters.cacheCreationTokens,
    requests,
    successes,
    failures: counters.failures,
    spend_usd: spendUsd,
    success_rate: requests === 0 ? null : Math.round((10_000 * successes) / requests) / 100,
    reliability: reliability === null ? null : 100 * reliability,
    cost_per_1k_tokens: over(1000 * spendUsd, tokens),
    cost_per_success: over(spendUsd, successes),
    output_per_usd: over(completionTokens, spendUsd),
    cache_hit_share: over(counters.cacheReadTokens, promptTokens),
  }
}

function over(part: number, whole: number): number | null {
  return whole > leastUsd ? part / whole : null
}
