import type { DayRange } from '../../domain/span.ts'
import { dayNumber, weekNumber } from '../day-number.ts'

export function dayNumbers({ from, to }: DayRange): { first: number; last: number } {
  return { first: dayNumber(from), last: dayNumber(to) }
}

type Weeks = {
  /** The whole weeks of a range, both included; `null` is none. */
  weeks: { first: number; last: number } | null
  /** The days before and after them. */
  days: number[]
}

/** Weeks from `weeksBefore` on are known by their days only. */
export function splitIntoWeeks(range: DayRange, weeksBefore: number): Weeks {
  const { first, last } = dayNumbers(range)
  const firstWeek = weekNumber(first + 6)
  const lastWeek = Math.min(weekNumber(last + 1), weeksBefore) - 1
  if (firstWeek > lastWeek) return { weeks: null, days: sequence(first, last) }
  return {
    weeks: { first: firstWeek, last: lastWeek },
    days: [...sequence(first, firstWeek * 7 - 1), ...sequence((lastWeek + 1) * 7, last)],
  }
}

function sequence(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
