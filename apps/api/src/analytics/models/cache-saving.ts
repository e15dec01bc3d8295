import type { Counters } from '@podium/litellm-client'
import { roundUsd } from '../../domain/dollars.ts'
import type { TokenPrice } from '../../domain/listings.ts'

/**
 * Dollars that reading from the cache saved, less what writing to it cost, by list prices; what the
 * gateway itself has counted wins. `null` where a price that matters is unknown.
 */
export function cacheSaving(counters: Counters, price: TokenPrice | null): number | null {
  const { cacheSavingsUsd, cacheReadTokens, cacheCreationTokens } = counters
  if (cacheSavingsUsd > 0) return roundUsd(cacheSavingsUsd)
  const saved = times(cacheReadTokens, less(price?.input, price?.cacheRead))
  const spent = times(cacheCreationTokens, less(price?.cacheCreation, price?.input))
  return saved === null || spent === null ? null : roundUsd(saved - spent)
}

/** Nothing costs nothing, whatever its price. */
function times(tokens: number, price: number | null): number | null {
  if (tokens === 0) return 0
  return price === null ? null : tokens * price
}

function less(a: number | null | undefined, b: number | null | undefined): number | null {
  return typeof a === 'number' && typeof b === 'number' ? a - b : null
}
