import { countDays } from '../domain/utc-day.ts'
import { daysEarlier, localDate, startOfLocalDay } from './time-zone.ts'
import { spanWindow, type SpanWindow } from './window.ts'

/**
 * As long a span just before. Of a span that is not over, `asOf` says how far it has come: the one before ends where it
 * had come as far, on the clock of the zone.
 */
export function periodBefore(window: SpanWindow, asOf: number): SpanWindow {
  const { from, to, tz } = window
  const days = wholeLocalDays(window)
  const earlier = (at: number) => (days === null ? at - (to - from) : daysEarlier(at, days, tz))
  const isUnderWay = asOf > from && asOf < to
  const end = isUnderWay ? Math.min(from, earlier(asOf)) : from
  return spanWindow({ from: earlier(from), to: end, tz, until: null })
}

/** How many days of the zone a span is made of; `null` where it does not begin and end with one. */
function wholeLocalDays({ from, to, tz }: SpanWindow): number | null {
  const [first, end] = [localDate(from, tz), localDate(to, tz)]
  const isWhole = startOfLocalDay(first, tz) === from && startOfLocalDay(end, tz) === to
  return isWhole ? countDays(first, end) - 1 : null
}
