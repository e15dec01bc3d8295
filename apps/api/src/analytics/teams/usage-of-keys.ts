import type { UsageOfKey, UsageOfModel } from '@podium/contracts'
import { hasTraffic } from '../team-usage.ts'
import type { StoredKey } from '../../domain/listings.ts'
import type { KeyModel, ModelTotal } from '../../domain/traffic.ts'
import type { Terms } from '../prices.ts'
import type { PublicIds } from '../public-ids.ts'
import { usageOf } from '../usage.ts'

/** Most tokens first. */
export function usageOfModels(rows: readonly ModelTotal[], termsOf: Terms): UsageOfModel[] {
  return rows
    .filter(({ counters }) => hasTraffic(counters))
    .map((row) => ({ model: row.model, usage: usageOf([row], termsOf) }))
    .toSorted((a, b) => b.usage.tokens - a.usage.tokens || (a.model < b.model ? -1 : 1))
}

type Known = { labels: readonly StoredKey[]; publicIds: PublicIds; termsOf: Terms }

export function usageOfKeys(
  rows: readonly KeyModel[],
  { labels, publicIds, termsOf }: Known,
): UsageOfKey[] {
  const aliasOf = new Map(labels.map(({ key, alias }) => [key, alias]))
  return [...Map.groupBy(rows, ({ key }) => key)]
    .map(([key, ofKey]) => ({
      id: publicIds.key(key),
      alias: aliasOf.get(key) ?? null,
      usage: usageOf(ofKey, termsOf),
      models: usageOfModels(ofKey, termsOf),
    }))
    .filter(({ models }) => models.length > 0)
    .toSorted((a, b) => b.usage.tokens - a.usage.tokens || (a.id < b.id ? -1 : 1))
}
