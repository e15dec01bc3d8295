import type { EngineSlice } from '../../../domain/inference/slice.ts'
import type { Span } from '../../../domain/span.ts'

/** When somebody looked at an engine: what touches is one span, and there are at most so many. */
export function watchedSpans(slices: readonly EngineSlice[], most: number): Span[] {
  const spans: Span[] = []
  const pieces = slices
    .filter(({ minutes }) => minutes > 0)
    .map(({ start, width }) => ({ from: start, to: start + width * 60 }))
    .toSorted((a, b) => a.from - b.from)
  for (const piece of pieces) {
    const last = spans.at(-1)
    if (last !== undefined && piece.from <= last.to) last.to = Math.max(last.to, piece.to)
    else spans.push({ ...piece })
  }
  while (spans.length > most) closeSmallestGap(spans)
  return spans
}

/** An engine that comes and goes every other minute is not worth a thousand questions. */
function closeSmallestGap(spans: Span[]): void {
  const gaps = spans.slice(1).map(({ from }, index) => from - (spans[index]?.to ?? from))
  const at = gaps.indexOf(Math.min(...gaps))
  const [before, after] = spans.slice(at, at + 2)
  if (before === undefined || after === undefined) return
  spans.splice(at, 2, { from: before.from, to: after.to })
}

/** Minutes with a scrape: of replicas those of whichever was seen most. */
export function watchedMinutes(slices: readonly EngineSlice[]): number {
  const byStart = new Map<number, Map<string, number>>()
  for (const { start, engine, minutes } of slices) {
    const engines = byStart.get(start) ?? new Map<string, number>()
    engines.set(engine, (engines.get(engine) ?? 0) + minutes)
    byStart.set(start, engines)
  }
  return [...byStart.values()].reduce((sum, engines) => sum + Math.max(...engines.values()), 0)
}
