import { wallTime } from '../../filters/zoned-time.ts'

/** An hour of the week on the clock of a zone; Monday is 0. */
export type WeekHour = { weekday: number; hour: number }

const hourMs = 3_600_000
const monday = Date.UTC(2024, 0, 1)

export function weekHourOf(instant: number, timeZone: string): WeekHour {
  const wall = Date.parse(`${wallTime(instant, timeZone)}Z`)
  const hours = Math.floor((wall - monday) / hourMs)
  const hour = ((hours % 24) + 24) % 24
  return { weekday: ((Math.floor(hours / 24) % 7) + 7) % 7, hour }
}

/** Which hours of the week a span touches; a whole week touches all. */
export function hoursTouched(from: number, to: number, timeZone: string): boolean[][] {
  const touched = Array.from({ length: 7 }, () => Array<boolean>(24).fill(false))
  const end = Math.min(to, from + 8 * 24 * hourMs)
  // By half hours, as some zones are half an hour apart.
  for (let instant = from; instant < end; instant += hourMs / 2) {
    const { weekday, hour } = weekHourOf(instant, timeZone)
    const day = touched[weekday]
    if (day !== undefined) day[hour] = true
  }
  return touched
}

/** Monday first, as a language shortens them. */
export function weekdayNames(language: string): { short: string; long: string }[] {
  const short = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  const long = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => {
    const instant = monday + day * 24 * hourMs
    return { short: short.format(instant), long: long.format(instant) }
  })
}
