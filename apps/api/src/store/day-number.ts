import { dayMs } from '../domain/utc-day.ts'

/** A UTC day as the tables hold it: days since 1970. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs
}

export function dayText(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10)
}

/** Seven days from any first one: whole weeks are summed once, and long ranges read few rows. */
export function weekNumber(day: number): number {
  return Math.floor(day / 7)
}
