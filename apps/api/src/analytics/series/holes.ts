import type { Hole } from '@podium/contracts'
import { roundUsd } from '../../domain/dollars.ts'
import { secondsPerDay, utcDate } from '../../domain/utc-day.ts'
import { isoOf } from '../describe-window.ts'
import type { Grid, Piece } from './draw-series.ts'

type Known = {
  grid: Grid
  values: readonly (number | null)[]
  /** What counts and has no minute, of everybody who is asked about; `null` for ratios. */
  pieces: readonly Piece[] | null
  /** Epoch seconds: what comes later is not missing. */
  now: number
  unreadDays: ReadonlySet<string>
  daysBefore: ReadonlySet<string>
}

/** Steps that nobody knows, those that follow each other together. */
export function holesOf(known: Known): Hole[] {
  const { grid, values, now } = known
  const runs: { from: number; to: number; reason: Hole['reason'] }[] = []
  for (const [index, from] of grid.edges.slice(0, -1).entries()) {
    if ((values[index] ?? null) !== null || from >= now) continue
    const to = grid.edges[index + 1] ?? from
    const reason = reasonOf(from, known)
    const last = runs.at(-1)
    if (last?.to === from && last.reason === reason) last.to = to
    else runs.push({ from, to, reason })
  }
  return runs.map(({ from, to, reason }) => ({
    from: isoOf(from),
    to: isoOf(Math.min(to, Math.max(now, from))),
    reason,
    amount: amountWithin(known.pieces, { from, to }),
  }))
}

function reasonOf(at: number, { unreadDays, daysBefore }: Known): Hole['reason'] {
  const day = utcDate(at * 1000)
  if (daysBefore.has(day)) return 'before_history'
  return unreadDays.has(day) ? 'unread_day' : 'not_watched'
}

function amountWithin(
  pieces: readonly Piece[] | null,
  { from, to }: { from: number; to: number },
): number | null {
  if (pieces === null) return null
  const sum = pieces
    .filter(({ isPlaced, start }) => !isPlaced && start < to && start + secondsPerDay > from)
    .reduce((total, { amount }) => total + amount, 0)
  return roundUsd(sum)
}
