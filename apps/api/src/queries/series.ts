import type { Bucket, Grouping, Series, SeriesAnswer, SeriesMeasure } from '@podium/contracts'
import { edgesOf, unitFor } from '../analytics/series/buckets.ts'
import { chooseBucket, fittingBuckets } from '../analytics/series/choose-bucket.ts'
import { drawSeries, type Piece } from '../analytics/series/draw-series.ts'
import { planLines } from '../analytics/series/plan-lines.ts'
import { slicesOf } from '../analytics/slices-of-unplaced.ts'
import { isCovered } from '../analytics/is-covered.ts'
import type { SpanWindow } from '../analytics/window.ts'
import { utcDate } from '../domain/utc-day.ts'
import { longestGapMs } from '../domain/poll-coverage.ts'
import type { QueryContext } from './query-context.ts'
import { readTraffic, readTrafficOfTeams, type Traffic } from './traffic.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

export type SeriesAsked = {
  by: Grouping
  measure: SeriesMeasure
  /** Undefined is the finest that shows most of what there is in few points. */
  bucket?: Bucket | undefined
  top: number
}

/** Polls are remembered for two weeks. */
const rememberedSeconds = 15 * 86_400

/** How something grew over time, side by side. */
export async function readSeriesAnswer(
  context: QueryContext,
  asked: WindowQuestion<Chosen & SeriesAsked>,
): Promise<SeriesAnswer> {
  const read = asked.query.by === 'team' ? readTrafficOfTeams : readTraffic
  const traffic = await read(context, asked)
  const series = await readSeries(context, traffic, asked.window, asked.query)
  const { dataVersion, window, leftOut } = traffic
  return { data_version: dataVersion, window, left_out: leftOut, ...series }
}

export async function readSeries(
  { store, about }: QueryContext,
  traffic: Traffic,
  window: SpanWindow,
  asked: SeriesAsked,
): Promise<Series> {
  const { by, measure } = asked
  const names = asked.bucket === undefined ? fittingBuckets(window) : [asked.bucket]
  const finest = names[0] ?? 'day'
  const unit = unitFor(edgesOf(window, finest), finest)
  const { lines, readings } = planLines(traffic, asked)
  const pieces: Piece[] = []
  const { models } = traffic.filter
  const byModel = by === 'model' || by === 'provider' || models !== null
  for (const { whose, into } of readings) {
    const slices = await store.timeSlices(window, { unit, whose, measure, byModel })
    const inside = slicesOf(traffic.unplaced.inside, { whose, measure, byModel })
    for (const { model, amount, ...part } of [...slices, ...inside])
      if (model === null || (models?.has(model) ?? true))
        for (const { lineOf, sign } of into)
          pieces.push({ ...part, line: lineOf(model), amount: sign * amount })
  }

  const bucket = chooseBucket(window, names, pieces)
  const edges = edgesOf(window, bucket)
  const isDays = unitFor(edges, bucket) === 'day'
  const from = Math.max(window.from, window.to - rememberedSeconds)
  const longestMs = longestGapMs(1000 * about.pollSeconds)
  const coverage = isDays ? null : await store.pollCoverage({ from, to: window.to }, longestMs)
  const isKnown = (span: { from: number; to: number }) =>
    isDays ? traffic.readDays.has(utcDate(span.from * 1000)) : isCovered(coverage, span)
  return drawSeries(pieces, { bucket, measure, by, edges, isKnown, lines })
}
