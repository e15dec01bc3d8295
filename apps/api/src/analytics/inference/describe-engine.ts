import type { InferenceEngine } from '@podium/contracts'
import { figuresOf, type Span } from '@podium/inference-metrics'
import { isFresh, servedOf, type Row } from '../../domain/inference/fresh.ts'
import { describeFigures } from './describe-figures.ts'
import type { Facts } from './facts.ts'
import { instantOf, instantOrNull } from './instant.ts'
import { noPart, partOf } from './part-of-row.ts'

/** One engine and one model; one that never answered has every field as well. */
export function describeEngine(row: Row, facts: Facts, windowMs: number): InferenceEngine {
  const { engine, model } = row
  const part = partOf(row, facts, windowMs)
  const gpus = facts.gpusOf.get(engine.id)
  return {
    engine: engine.id,
    kind: engine.kind,
    version: engine.version,
    model: model?.model ?? null,
    public_models: [...facts.publicModels.of(servedOf(row))],
    state: engine.state,
    reason: engine.reason,
    option: engine.option,
    stale: engine.scrapedAt !== null && !isFresh(engine, facts.now, facts.known.watched.intervalMs),
    scraped_at: instantOrNull(engine.scrapedAt),
    started_at: instantOrNull(engine.startedAt),
    restarted_at: instantOrNull(engine.restartedAt),
    ranks: model?.ranks ?? null,
    context_tokens: model?.contextTokens ?? null,
    kv_capacity_tokens: model?.kvCapacityTokens ?? null,
    gpus: [...(gpus?.gpus ?? [])],
    gpus_known_by: gpus?.knownBy ?? null,
    window: describeWindow(part?.span ?? null),
    figures: describeFigures(figuresOf([part ?? noPart])),
    missing: (model?.missing ?? []).map(({ figure, why, lookedFor }) => ({
      figure,
      why,
      looked_for: [...lookedFor],
    })),
  }
}

function describeWindow(span: Span | null): InferenceEngine['window'] {
  if (span === null) return null
  const { from, to, seconds, scrapes, resets, gaps } = span.window
  return {
    from: instantOf(from),
    to: instantOf(to),
    seconds,
    scrapes,
    resets,
    gaps: gaps.map((gap) => ({ from: instantOf(gap.from), to: instantOf(gap.to) })),
  }
}
