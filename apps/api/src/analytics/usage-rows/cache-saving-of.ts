import { roundUsd } from '../../domain/dollars.ts'
import { sum } from '../../domain/counters.ts'
import type { TokenPrice } from '../../domain/listings.ts'
import type { ModelTotal } from '../../domain/traffic.ts'
import { cacheSaving } from '../models/cache-saving.ts'
import type { Terms } from '../prices.ts'
import { countsCacheReads } from '../usage.ts'

/** Of everything that has a price; `null` where that of one model is not known, or none has a price. */
export function cacheSavingOf(
  parts: readonly ModelTotal[],
  termsOf: Terms,
  priceOf: ReadonlyMap<string, TokenPrice | null>,
): number | null {
  const priced = parts.filter(({ model }) => termsOf(model).isPriced)
  if (!countsCacheReads(parts, termsOf) || (priced.length === 0 && parts.length > 0)) return null
  let saved = 0
  for (const [model, some] of Map.groupBy(priced, (part) => part.model)) {
    const ofModel = cacheSaving(
      sum(some.map(({ counters }) => counters)),
      priceOf.get(model) ?? null,
    )
    if (ofModel === null) return null
    saved += ofModel
  }
  return roundUsd(saved)
}
