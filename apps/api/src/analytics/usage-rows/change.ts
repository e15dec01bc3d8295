import type { Change, Usage } from '@podium/contracts'

/** What became of a figure; rates are compared in points. */
export function changeOf(now: Usage, before: Usage): Change {
  return {
    tokens: relative(now.tokens, before.tokens),
    spend: relative(now.spend_usd, before.spend_usd),
    requests: relative(now.requests, before.requests),
    failures: relative(now.failures, before.failures),
    cost_per_1m_tokens: relative(now.cost_per_1k_tokens, before.cost_per_1k_tokens),
    cache_hit_share: points(now.cache_hit_share, before.cache_hit_share, 100),
    success: points(now.success_rate, before.success_rate),
  }
}

/** From nothing everything is infinitely more, which says nothing. */
export function relative(now: number | null, before: number | null): number | null {
  return now === null || before === null || before <= 0 ? null : now / before - 1
}

function points(now: number | null, before: number | null, perUnit = 1): number | null {
  return now === null || before === null ? null : perUnit * (now - before)
}
