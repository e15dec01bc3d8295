import { offsetAt } from '../time-zone.ts'
import { secondsPerDay, secondsPerHour } from '../../domain/utc-day.ts'

type Span = { from: number; to: number }

/** A piece of one hour of the zone's clock; Monday is 0. */
export type LocalHour = Span & { weekday: number; hour: number }

/** A span cut at every full hour that the zone's clock shows, oldest first; epoch seconds. */
export function localHours({ from, to }: Span, tz: string): LocalHour[] {
  const hours: LocalHour[] = []
  for (let start = from; start < to;) {
    const local = start + offsetAt(start, tz)
    const end = Math.min(to, start + secondsPerHour - (local % secondsPerHour))
    hours.push({ from: start, to: end, ...clockOf(local) })
    start = end
  }
  return hours
}

/** Whether the clock there shows full hours when UTC's does. */
export function isOnFullHours(span: Span, tz: string): boolean {
  return [span.from, span.to].every((edge) => offsetAt(edge, tz) % secondsPerHour === 0)
}

/** The first of January 1970 was a Thursday. */
const firstWeekday = 3

function clockOf(local: number): { weekday: number; hour: number } {
  const day = Math.floor(local / secondsPerDay)
  return {
    weekday: (day + firstWeekday) % 7,
    hour: Math.floor((local - day * secondsPerDay) / secondsPerHour),
  }
}
