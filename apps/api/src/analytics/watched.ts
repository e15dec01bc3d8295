import { secondsPerHour } from '../domain/utc-day.ts'

/** When the gateway was read, in milliseconds: first, last, and the long breaks between. */
export type Watch = {
  first: number
  last: number
  breaks: readonly { from: number; to: number }[]
} | null

/** Epoch seconds. */
type Span = { from: number; to: number }

const placedWidths = [900, secondsPerHour]

/**
 * Whether nothing can have happened in a span without having been seen there: it was watched from its beginning to its
 * end, or to now. What came in a break is still placed where the break lies in one quarter or hour of the span.
 */
export function isWatched(watch: Watch, { from, to }: Span): boolean {
  if (watch === null || from * 1000 < watch.first || from * 1000 >= watch.last) return false
  return watch.breaks.every((gap) => {
    const isApart = gap.to <= from * 1000 || gap.from >= to * 1000
    return isApart || placedWidths.some((width) => to - from >= width && fitsIn(gap, width * 1000))
  })
}

function fitsIn(gap: { from: number; to: number }, width: number): boolean {
  return Math.floor(gap.from / width) * width + width >= gap.to
}
