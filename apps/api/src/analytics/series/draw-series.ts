import type { Bucket, SeriesLine } from '@podium/contracts'
import { roundUsd } from '../../domain/dollars.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import type { GroupName } from '../grouping.ts'
import type { Edges } from './buckets.ts'

/** Something that was counted in a bucket of `width` minutes, or somewhere in its whole UTC day. */
export type Piece = {
  line: GroupName
  start: number
  width: number
  isPlaced: boolean
  amount: number
}

/** The buckets that all lines share. */
export type Grid = {
  bucket: Bucket
  edges: Edges
  /** Whether a bucket without anything is known to be empty. */
  known: readonly boolean[]
}

export type DrawnLine = Pick<SeriesLine, 'placed' | 'unplaced' | 'unplaced_total' | 'total'>

/** A bucket that nobody watched is `null`, and what fits no bucket is told beside them. */
export function drawLine(pieces: readonly Piece[], { bucket, edges, known }: Grid): DrawnLine {
  const isWhole = bucket === 'all'
  const holdsDays =
    isWhole || (bucket === 'day' && edges.every((edge) => edge % secondsPerDay === 0))
  const empty = known.map((isKnown): number | null => (isKnown ? 0 : null))
  const placed = [...empty]
  const unplaced = holdsDays ? [...empty] : null
  let elsewhere = 0
  let total = 0
  for (const { start, width, isPlaced, amount } of pieces) {
    total += amount
    const index = indexOf(edges, start)
    const points = isPlaced ? placed : unplaced
    if (points === null || (!isWhole && start + width * 60 > endOf(edges, index)))
      elsewhere += amount
    else points[index] = (points[index] ?? 0) + amount
  }
  const tidy = (points: (number | null)[]) => points.map((point) => point && roundUsd(point))
  return {
    placed: tidy(placed),
    unplaced: unplaced && tidy(unplaced),
    unplaced_total: roundUsd(elsewhere),
    total: roundUsd(total),
  }
}

/** What lines are drawn of. */
export function piecesByLine(pieces: readonly Piece[]): (line: GroupName) => readonly Piece[] {
  const byLine = Map.groupBy(pieces, ({ line }) => line)
  return (line) => byLine.get(line) ?? []
}

function endOf(edges: Edges, index: number): number {
  return edges[index + 1] ?? -Infinity
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
    if (start + width * 60 <= endOf(edges, indexOf(edges, start))) shown += amount
  }
  return all > 0 ? shown / all : 1
}
