import type { UsageOfKey, UsageOfModel } from '@podium/contracts'
import { sum } from '../../domain/counters.ts'
import { hasTraffic } from '../team-usage.ts'
import type { StoredKey } from '../../domain/listings.ts'
import type { KeyModel, ModelTotal } from '../../domain/traffic.ts'
import type { PublicIds } from '../public-ids.ts'
import { usageOf } from '../usage.ts'

/** Most tokens first. */
export function usageOfModels(rows: readonly ModelTotal[]): UsageOfModel[] {
  return rows
    .filter(({ counters }) => hasTraffic(counters))
    .map(({ model, counters }) => ({ model, usage: usageOf(counters) }))
    .toSorted((a, b) => b.usage.tokens - a.usage.tokens || (a.model < b.model ? -1 : 1))
}

export function usageOfKeys(
  rows: readonly KeyModel[],
  labels: readonly StoredKey[],
  publicIds: PublicIds,
): UsageOfKey[] {
  const aliasOf = new Map(labels.map(({ key, alias }) => [key, alias]))
  return [...Map.groupBy(rows, ({ key }) => key)]
    .map(([key, ofKey]) => ({
      id: publicIds.key(key),
      alias: aliasOf.get(key) ?? null,
      usage: usageOf(sum(ofKey.map(({ counters }) => counters))),
      models: usageOfModels(ofKey),
    }))
    .filter(({ models }) => models.length > 0)
    .toSorted((a, b) => b.usage.tokens - a.usage.tokens || (a.id < b.id ? -1 : 1))
}
