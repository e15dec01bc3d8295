import type { PollCoverage } from '../domain/poll-coverage.ts'
import type { Span } from '../domain/span.ts'
import { secondsPerHour } from '../domain/utc-day.ts'

const placedWidths = [900, secondsPerHour]

/**
 * Whether the gateway was read often enough to have shown everything that happened in a span, up to now. A gap is
 * harmless where it lies in one quarter or hour of the span: what came in it is still placed there.
 */
export function isCovered(coverage: PollCoverage | null, { from, to }: Span): boolean {
  if (coverage === null || from * 1000 < coverage.first || from * 1000 >= coverage.last)
    return false
  return coverage.gaps.every((gap) => {
    const isApart = gap.to <= from * 1000 || gap.from >= to * 1000
    return isApart || placedWidths.some((width) => to - from >= width && fitsIn(gap, width * 1000))
  })
}

function fitsIn(gap: { from: number; to: number }, width: number): boolean {
  return Math.floor(gap.from / width) * width + width >= gap.to
}
