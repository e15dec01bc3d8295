import { dayText } from '../day-number.ts'
import type { DayRange, Span } from './ranges.ts'

/** A span in the largest parts that are summed somewhere; minutes of two days are two parts. */
export type CutSpan = { days: DayRange | null; hours: Span[]; minutes: Span[] }

const daySeconds = 86_400
const hourSeconds = 3600

export function cutSpan(span: Span): CutSpan {
  const byDay = cut(span, daySeconds)
  const byHour = byDay.edges.map((edge) => cut(edge, hourSeconds))
  return {
    days: byDay.whole && {
      from: dayText(byDay.whole.from / daySeconds),
      to: dayText(byDay.whole.to / daySeconds - 1),
    },
    hours: byHour.flatMap(({ whole }) => whole ?? []),
    minutes: byHour.flatMap(({ edges }) => edges),
  }
}

/** The units that lie in a span as a whole, and what of it is before and after them. */
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
