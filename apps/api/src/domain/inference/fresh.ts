import { isStale, type GpuAnswer } from '@podium/inference-metrics'
import type { KnownEngine, KnownGpuSource, KnownModel } from './known.ts'

type Scraped = { scrapedAt: number | null }

/** Whether its last good answer is young enough to say how things are. */
export function isFresh({ scrapedAt }: Scraped, now: number, intervalMs: number): boolean {
  return scrapedAt !== null && !isStale(scrapedAt, now, intervalMs)
}

/** The newest answers of sources of GPUs, in their order. */
export function freshSources(
  sources: readonly KnownGpuSource[],
  now: number,
  intervalMs: number,
): GpuAnswer[] {
  return sources.flatMap((source) => {
    const { id, scrapedAt, gpus } = source
    return scrapedAt !== null && isFresh(source, now, intervalMs)
      ? [{ source: id, at: scrapedAt, gpus }]
      : []
  })
}

/** How a model is called: as its engine does, or after the engine where that names none. */
export function nameOf(engine: Pick<KnownEngine, 'id'>, model: string | null): string {
  return model ?? engine.id
}

/** An engine beside one model that it serves; `null` where it has not answered yet, or serves none. */
export type Row = { engine: KnownEngine; model: KnownModel | null; name: string }

export function rowsOf(engines: readonly KnownEngine[]): Row[] {
  return engines.flatMap((engine): Row[] =>
    engine.models.length === 0
      ? [{ engine, model: null, name: engine.id }]
      : engine.models.map((model) => ({ engine, model, name: nameOf(engine, model.model) })),
  )
}

/** A model of an engine, now or once. */
export type Served = { engine: string; model: string | null; name: string }

export function servedOf({ engine, model, name }: Row): Served {
  return { engine: engine.id, model: model?.model ?? null, name }
}

/** What engines serve now, and what they served when slices were written. */
export function servedEver(
  rows: readonly Row[],
  slices: readonly { engine: string; model: string }[],
): Served[] {
  const all = new Map(rows.map((row) => [keyOf(servedOf(row)), servedOf(row)]))
  for (const { engine, model: label } of slices) {
    const model = label === '' ? null : label
    const served = { engine, model, name: nameOf({ id: engine }, model) }
    const key = keyOf(served)
    if (!all.has(key)) all.set(key, served)
  }
  return [...all.values()]
}

function keyOf({ engine, model }: Served): string {
  return JSON.stringify([engine, model])
}
