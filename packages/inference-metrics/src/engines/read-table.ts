import { ofCounters, ofLatencies } from '../counters/names.ts'
import type { Exposition, Labels } from '../exposition/exposition.ts'
import type { Body, Table } from './adapter.ts'
import type { EngineReading, Gauges, ModelReading } from './engine-reading.ts'
import { familyOf, samplesOf } from './family.ts'
import { missingOf } from './missing.ts'
import { splitByModel, type ModelPart } from './split-by-model.ts'

/** Reads an engine by the table of its names; `null` when none of them is there. */
export function readTable(table: Table): (body: Body) => Omit<EngineReading, 'kind'> | null {
  const names = ownNames(table)
  return ({ exposition }) => {
    if (!names.some((name) => isThere(exposition, name))) return null
    const keep = table.keep?.(exposition) ?? null
    const kept = keep === null ? exposition : only(exposition, keep)
    return {
      startedAt: startOf(exposition),
      models: splitByModel(kept, table.prefixes).map((part) => readModel(table, part)),
    }
  }
}

function readModel(table: Table, { model, exposition }: ModelPart): ModelReading {
  const kvCacheRatio = table.kvCacheRatio?.read(exposition) ?? null
  const gauges: Gauges = {
    running: table.running.read(exposition),
    waiting: table.waiting.read(exposition),
    kvCacheRatio,
    kvCacheBasis: kvCacheRatio === null ? null : table.kvCacheBasis,
  }
  const totals = {
    counters: ofCounters((name) => table.counters[name]?.read(exposition) ?? null),
    latencies: ofLatencies((name) => table.latencies[name]?.read(exposition) ?? null),
  }
  return {
    model,
    ranks: ranksOf(table, exposition),
    contextTokens: table.contextTokens?.read(exposition) ?? null,
    kvCapacityTokens: table.kvCapacityTokens?.read(exposition) ?? null,
    estimatesAborted: table.estimatesAborted ?? false,
    ...gauges,
    totals,
    missing: missingOf(table, exposition, { gauges, totals }),
  }
}

/** Families that other programs have too say nothing about whose payload it is. */
function ownNames(table: Table): string[] {
  const sources = [
    ...[table.running, table.waiting, table.kvCacheRatio],
    ...[...Object.values(table.counters), ...Object.values(table.latencies)],
  ]
  return sources
    .flatMap((source) => source?.families ?? [])
    .filter(({ shown }) => table.prefixes.some((prefix) => shown.startsWith(prefix)))
    .flatMap(({ spellings }) => spellings)
}

function isThere({ families, samples }: Exposition, name: string): boolean {
  return families.has(name) || samples.has(name) || samples.has(`${name}_bucket`)
}

function only(exposition: Exposition, keep: (labels: Labels) => boolean): Exposition {
  const samples = [...exposition.samples].map(
    ([name, list]) => [name, list.filter(({ labels }) => keep(labels))] as const,
  )
  return { ...exposition, samples: new Map(samples) }
}

function ranksOf({ running, rankLabel }: Table, exposition: Exposition): number {
  if (rankLabel === null) return 1
  const ranks = new Set<string>()
  for (const family of running.families)
    for (const { labels } of samplesOf(exposition, { family })?.samples ?? [])
      ranks.add(labels.get(rankLabel) ?? '')
  return Math.max(1, ranks.size)
}

const processStart = familyOf([''], 'process_start_time_seconds')

function startOf(exposition: Exposition): number | null {
  const seconds = samplesOf(exposition, { family: processStart })?.samples[0]?.value ?? 0
  return seconds > 0 && seconds < Infinity ? Math.round(seconds * 1000) : null
}
