import type { UsageOfKey, UsageOfModel } from '@podium/contracts'
import { sum } from '../../domain/counters.ts'
import { hasTraffic, type ModelCounters } from '../team-usage.ts'
import type { PublicIds } from '../public-ids.ts'
import { usageOf } from '../usage.ts'

type KeyModel = ModelCounters & { key: string }
type KeyLabel = { key: string; alias: string | null }

/** Most tokens first. */
export function usageOfModels(rows: readonly ModelCounters[]): UsageOfModel[] {
  return rows
    .filter(({ counters }) => hasTraffic(counters))
    .map(({ model, counters }) => ({ model, usage: usageOf(counters) }))
    .toSorted((a, b) => b.usage.tokens - a.usage.tokens || (a.model < b.model ? -1 : 1))
}

export function usageOfKeys(
  rows: readonly KeyModel[],
  labels: readonly KeyLabel[],
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
