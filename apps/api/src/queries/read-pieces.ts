import type { Bucket, SumMeasure } from '@podium/contracts'
import { isCovered } from '../analytics/is-covered.ts'
import { edgesOf, unitFor } from '../analytics/series/buckets.ts'
import type { Grid, Piece } from '../analytics/series/draw-series.ts'
import type { LinePlan } from '../analytics/series/plan-lines.ts'
import { slicesOf } from '../analytics/slices-of-unplaced.ts'
import type { SpanWindow } from '../analytics/window.ts'
import { longestGapMs } from '../domain/poll-coverage.ts'
import type { SliceUnit } from '../domain/time-slice.ts'
import { utcDate } from '../domain/utc-day.ts'
import { inHandfuls } from './in-turns.ts'
import type { QueryContext } from './query-context.ts'
import type { Traffic } from './traffic.ts'

type Asked = {
  measure: SumMeasure
  unit: SliceUnit
  byModel: boolean
  /** Models that count. */
  keeps?: (model: string | null) => boolean
}

/** What the lines of a plan are drawn of, in one unit. */
export async function readPieces(
  { store }: Pick<QueryContext, 'store'>,
  { filter, unplaced }: Pick<Traffic, 'filter' | 'unplaced'>,
  window: SpanWindow,
  { readings }: Pick<LinePlan, 'readings'>,
  { measure, unit, byModel, keeps = () => true }: Asked,
): Promise<Piece[]> {
  const pieces: Piece[] = []
  for (const { whose, into } of readings) {
    const slices = await store.timeSlices(window, { unit, whose, measure, byModel })
    const inside = slicesOf(unplaced.inside, { whose, measure, byModel })
    const counts = (model: string | null) =>
      (model === null || (filter.models?.has(model) ?? true)) && keeps(model)
    await inHandfuls([...slices, ...inside], ({ model, amount, ...part }) => {
      if (!counts(model)) return
      for (const { lineOf, sign } of into)
        pieces.push({ ...part, line: lineOf(model), amount: sign * amount })
    })
  }
  return pieces
}

/** Polls are remembered for two weeks. */
const rememberedSeconds = 15 * 86_400

/** The buckets of a window, and of which of them something is known. */
export async function readGrid(
  { store, about }: Pick<QueryContext, 'store' | 'about'>,
  { readDays }: Pick<Traffic, 'readDays'>,
  window: SpanWindow,
  bucket: Bucket,
): Promise<Grid> {
  const edges = edgesOf(window, bucket)
  const starts = edges.slice(0, -1)
  if (bucket === 'all') return { bucket, edges, known: [true] }
  if (unitFor(edges, bucket) === 'day')
    return { bucket, edges, known: starts.map((from) => readDays.has(utcDate(from * 1000))) }
  const from = Math.max(window.from, window.to - rememberedSeconds)
  const longestMs = longestGapMs(1000 * about.pollSeconds)
  const coverage = await store.pollCoverage({ from, to: window.to }, longestMs)
  const known = starts.map((start, index) =>
    isCovered(coverage, { from: start, to: edges[index + 1] ?? start }),
  )
  return { bucket, edges, known }
}
