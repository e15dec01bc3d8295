import type { Usage } from '@podium/contracts'

/** What a team at this place has used. */
export function usageOf(place: number, growth = 1): Usage {
  const tokens = Math.round((384_213_907 * growth) / place ** 1.3)
  const completion = Math.round(tokens * (0.18 + (place % 5) * 0.04))
  const requests = Math.max(1, Math.round(tokens / 2900))
  const failures = Math.floor(requests * ((place % 7) * 0.012))
  const spend = place % 9 === 8 ? 0 : (tokens * (1.1 + (place % 4))) / 1_000_000
  return usageFrom({ tokens, completion, requests, failures, spend })
}

type Counts = {
  tokens: number
  completion: number
  requests: number
  failures: number
  spend: number
}

function usageFrom({ tokens, completion, requests, failures, spend }: Counts): Usage {
  const prompt = tokens - completion
  const successes = requests - failures
  const isUnpriced = spend === 0 && tokens > 0
  return {
    tokens,
    prompt_tokens: prompt,
    completion_tokens: completion,
    cache_read_tokens: Math.round(prompt * 0.31),
    cache_creation_tokens: Math.round(prompt * 0.02),
    requests,
    successes,
    failures,
    spend_usd: isUnpriced ? null : spend,
    unpriced: isUnpriced,
    unpriced_tokens: isUnpriced ? tokens : 0,
    success_rate: requests === 0 ? null : Math.round((10_000 * successes) / requests) / 100,
    reliability: requests === 0 ? null : Math.round((9900 * successes) / requests) / 100,
    cost_per_1k_tokens: tokens === 0 || isUnpriced ? null : (1000 * spend) / tokens,
    cost_per_success: successes === 0 || isUnpriced ? null : spend / successes,
    output_per_usd: spend === 0 ? null : completion / spend,
    cache_hit_share: prompt === 0 ? null : 0.31,
  }
}

export const noUsage: Usage = usageFrom({
  tokens: 0,
  completion: 0,
  requests: 0,
  failures: 0,
  spend: 0,
})
