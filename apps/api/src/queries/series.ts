import type { Bucket, Grouping, Series, SumMeasure } from '@podium/contracts'
import { edgesOf, unitFor } from '../analytics/series/buckets.ts'
import { chooseBucket, fittingBuckets } from '../analytics/series/choose-bucket.ts'
import { drawLine, piecesByLine } from '../analytics/series/draw-series.ts'
import { planLines } from '../analytics/series/plan-lines.ts'
import { isoOf } from '../analytics/describe-window.ts'
import type { SpanWindow } from '../analytics/window.ts'
import { inTurns } from './in-turns.ts'
import type { QueryContext } from './query-context.ts'
import { readGrid, readPieces } from './read-pieces.ts'
import type { Traffic } from './traffic.ts'

type SeriesAsked = {
  by: Grouping
  measure: SumMeasure
  /** Undefined is the finest that shows most of what there is in few points. */
  bucket?: Bucket | undefined
  top: number
}

/** How something grew over time, side by side. */
export async function readSeries(
  context: QueryContext,
  traffic: Traffic,
  window: SpanWindow,
  { by, measure, bucket: wanted, top }: SeriesAsked,
): Promise<Series> {
  const plan = planLines(traffic, { by, then: 'none', measure, top })
  const names: readonly Bucket[] = wanted === undefined ? fittingBuckets(window) : [wanted]
  const finest = names[0] ?? 'day'
  const pieces = await readPieces(context, traffic, window, plan, {
    measure,
    unit: unitFor(edgesOf(window, finest), finest),
    byModel: by === 'model' || by === 'provider' || traffic.filter.models !== null,
  })
  const bucket = chooseBucket(window, names, pieces)
  const grid = await readGrid(context, traffic, window, bucket)
  const piecesOf = piecesByLine(pieces)
  return {
    ...{ bucket, measure, by },
    starts: grid.edges.slice(0, -1).map(isoOf),
    lines: await inTurns(plan.lines, (line) => {
      const { key, label, kind } = line
      return { key, label, kind, ...drawLine(piecesOf(line), grid) }
    }),
  }
}
