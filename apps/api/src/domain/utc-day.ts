export const minuteMs = 60_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000
export const secondsPerHour = 3600
export const secondsPerDay = 86_400

export function utcDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** The instant at which a day begins, in milliseconds. */
export function startOfDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}

/** `null` unless the text is a day of the calendar, as YYYY-MM-DD. */
export function parseDate(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = startOfDay(text)
  return Number.isNaN(at) || utcDate(at) !== text ? null : text
}

export function addDays(date: string, count: number): string {
  return utcDate(startOfDay(date) + count * dayMs)
}

/** How many days there are from `start` to `end`, both included. */
export function countDays(start: string, end: string): number {
  return Math.max(0, Math.round((startOfDay(end) - startOfDay(start)) / dayMs) + 1)
}

/** Every day from `start` to `end`, both included, oldest first. */
export function daysBetween(start: string, end: string): string[] {
  return Array.from({ length: countDays(start, end) }, (_, index) => addDays(start, index))
}
