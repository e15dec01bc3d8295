import { Temporal } from 'temporal-polyfill'

/** A name from the IANA list, as this runtime knows it; offsets such as `+02:00` are none. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The calendar's day in the zone at an instant, in epoch seconds. */
export function localDate(at: number, tz: string): string {
  return zoned(at, tz).toPlainDate().toString()
}

/** When a day begins there, in epoch seconds: not at midnight where the clocks go forward just then. */
export function startOfLocalDay(date: string, tz: string): number {
  const start = Temporal.PlainDate.from(date).toZonedDateTime(tz)
  return Math.floor(start.epochMilliseconds / 1000)
}

/** When the clock there showed the same, so many days before; in epoch seconds. */
export function daysEarlier(at: number, count: number, tz: string): number {
  return Math.floor(zoned(at, tz).subtract({ days: count }).epochMilliseconds / 1000)
}

/** Where the clock there stands ahead of UTC at an instant, in seconds. */
export function offsetAt(at: number, tz: string): number {
  return zoned(at, tz).offsetNanoseconds / 1e9
}

function zoned(at: number, tz: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(tz)
}
