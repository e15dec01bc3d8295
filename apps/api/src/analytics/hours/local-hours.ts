import { offsetAt } from '../time-zone.ts'

type Span = { from: number; to: number }

/** A piece of one hour of the zone's clock; Monday is 0. */
export type LocalHour = Span & { weekday: number; hour: number }

/** A span cut at every full hour that the zone's clock shows, oldest first; epoch seconds. */
export function localHours({ from, to }: Span, tz: string): LocalHour[] {
  const hours: LocalHour[] = []
  for (let start = from; start < to;) {
    const local = start + offsetAt(start, tz)
    const end = Math.min(to, start + 3600 - (local % 3600))
    hours.push({ from: start, to: end, ...clockOf(local) })
    start = end
  }
  return hours
}

/** Whether the clock there shows full hours when UTC's does. */
export function isOnFullHours(span: Span, tz: string): boolean {
  return [span.from, span.to].every((edge) => offsetAt(edge, tz) % 3600 === 0)
}

const secondsPerDay = 86_400
/** The first of January 1970 was a Thursday. */
const firstWeekday = 3

function clockOf(local: number): { weekday: number; hour: number } {
  const day = Math.floor(local / secondsPerDay)
  return {
    weekday: (day + firstWeekday) % 7,
    hour: Math.floor((local - day * secondsPerDay) / 3600),
  }
}
