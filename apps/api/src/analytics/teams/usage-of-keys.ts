import type { UsageOfKey, UsageOfModel } from '@podium/contracts'
import { hasTraffic } from '../team-usage.ts'
import type { StoredKey } from '../../domain/listings.ts'
import type { KeyModel, ModelTotal } from '../../domain/traffic.ts'
import type { Terms } from '../prices.ts'
import type { PublicIds } from '../public-ids.ts'
import { usageOf } from '../usage.ts'
import { isoOf } from '../describe-window.ts'

/** Most tokens first. */
export function usageOfModels(rows: readonly ModelTotal[], termsOf: Terms): UsageOfModel[] {
  return rows
    .filter(({ counters }) => hasTraffic(counters))
    .map((row) => ({ model: row.model, usage: usageOf([row], termsOf) }))
    .toSorted((a, b) => b.usage.tokens - a.usage.tokens || (a.model < b.model ? -1 : 1))
}

type Known = {
  labels: readonly StoredKey[]
  /** Epoch seconds, by key. */
  seen: ReadonlyMap<string, number>
  publicIds: PublicIds
  termsOf: Terms
}

export function usageOfKeys(
  rows: readonly KeyModel[],
  { labels, seen, publicIds, termsOf }: Known,
): UsageOfKey[] {
  const aliasOf = new Map(labels.map(({ key, alias }) => [key, alias]))
  return [...Map.groupBy(rows, ({ key }) => key)]
    .map(([key, ofKey]) => ({
      id: publicIds.key(key),
      alias: aliasOf.get(key) ?? null,
      usage: usageOf(ofKey, termsOf),
      last_seen_at: instantOf(seen.get(key)),
      models: usageOfModels(ofKey, termsOf),
    }))
    .filter(({ models }) => models.length > 0)
    .toSorted((a, b) => b.usage.tokens - a.usage.tokens || (a.id < b.id ? -1 : 1))
}

function instantOf(seconds: number | undefined): string | null {
  return seconds === undefined ? null : isoOf(seconds)
}
