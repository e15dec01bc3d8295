import { dayText } from '../day-number.ts'
import type { DayRange, Span } from '../../domain/span.ts'
import { secondsPerDay, secondsPerHour } from '../../domain/utc-day.ts'

/** The whole UTC days of a span, and what is before and after them. */
export function cutDays(span: Span): { days: DayRange | null; edges: Span[] } {
  const { whole, edges } = cut(span, secondsPerDay)
  const days = whole && {
    from: dayText(whole.from / secondsPerDay),
    to: dayText(whole.to / secondsPerDay - 1),
  }
  return { days, edges }
}

/** The same with hours. */
export function cutHours(span: Span): { hours: Span | null; edges: Span[] } {
  const { whole, edges } = cut(span, secondsPerHour)
  return { hours: whole, edges }
}

function cut({ from, to }: Span, unit: number): { whole: Span | null; edges: Span[] } {
  const first = Math.ceil(from / unit) * unit
  const last = Math.floor(to / unit) * unit
  if (first > last) return { whole: null, edges: [{ from, to }] }
  return {
    whole: first < last ? { from: first, to: last } : null,
    edges: [
      { from, to: first },
      { from: last, to },
    ].filter((edge) => edge.from < edge.to),
  }
}
