import type { Bucket, Grouping, Series, SeriesLine, SeriesMeasure } from '@podium/contracts'
import { roundUsd } from '../../domain/dollars.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import { isoOf } from '../describe-window.ts'
import type { Edges } from './buckets.ts'

/** Who the traffic of a line is: a team, a model, a provider, all or the rest. */
export type LineName = Pick<SeriesLine, 'key' | 'label' | 'kind'>

/** Something that was counted in a bucket of `width` minutes, or somewhere in its whole UTC day. */
export type Piece = {
  line: LineName
  start: number
  width: number
  isPlaced: boolean
  amount: number
}

type Frame = {
  bucket: Bucket
  measure: SeriesMeasure
  by: Grouping
  edges: Edges
  /** Whether a bucket without anything is known to be empty. */
  isKnown: (bucket: { from: number; to: number }) => boolean
  /** Largest first; the last of them may be the rest. */
  lines: readonly LineName[]
}

/** Aligned lines. A bucket that nobody watched is `null`, and what fits no bucket is told beside them. */
export function drawSeries(pieces: readonly Piece[], frame: Frame): Series {
  const { bucket, measure, by, edges, isKnown, lines } = frame
  const starts = edges.slice(0, -1)
  const known = starts.map((from, index) => isKnown({ from, to: edges[index + 1] ?? from }))
  const isWholeDays = bucket === 'day' && edges.every((edge) => edge % secondsPerDay === 0)
  const piecesOf = Map.groupBy(pieces, ({ line }) => line)
  return {
    bucket,
    measure,
    by,
    starts: starts.map(isoOf),
    lines: lines.map((name) =>
      drawLine(name, piecesOf.get(name) ?? [], { edges, known, isWholeDays }),
    ),
  }
}

type Grid = { edges: Edges; known: readonly boolean[]; isWholeDays: boolean }

function drawLine(name: LineName, pieces: readonly Piece[], grid: Grid): SeriesLine {
  const { edges, known, isWholeDays } = grid
  const empty = known.map((isKnown): number | null => (isKnown ? 0 : null))
  const placed = [...empty]
  const unplaced = isWholeDays ? [...empty] : null
  let elsewhere = 0
  let total = 0
  for (const piece of pieces) {
    const { start, width, isPlaced, amount } = piece
    total += amount
    const index = indexOf(edges, start)
    const end = edges[index + 1] ?? -Infinity
    const points = isPlaced ? placed : unplaced
    if (points === null || start + width * 60 > end) elsewhere += amount
    else points[index] = (points[index] ?? 0) + amount
  }
  const tidy = (points: (number | null)[]) => points.map((point) => point && roundUsd(point))
  return {
    ...name,
    placed: tidy(placed),
    unplaced: unplaced && tidy(unplaced),
    unplaced_total: roundUsd(elsewhere),
    total: roundUsd(total),
  }
}

/** A part that began before the first edge counts as if it began there. */
function indexOf(edges: Edges, start: number): number {
  let low = 0
  let high = edges.length - 1
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((edges[middle] ?? Infinity) <= start) low = middle
    else high = middle
  }
  return low
}

/** How much of what was placed the buckets of a size can show, 0–1. */
export function shownShare(pieces: readonly Piece[], edges: Edges): number {
  let shown = 0
  let all = 0
  for (const { start, width, isPlaced, amount } of pieces) {
    if (!isPlaced) continue
    all += amount
    const end = edges[indexOf(edges, start) + 1] ?? -Infinity
    if (start + width * 60 <= end) shown += amount
  }
  return all > 0 ? shown / all : 1
}
