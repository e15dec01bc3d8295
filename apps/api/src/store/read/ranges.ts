import { dayNumber, weekNumber } from '../day-number.ts'

/** UTC days, both included. */
export type DayRange = { from: string; to: string }

/** Epoch seconds; `to` is left out. */
export type Span = { from: number; to: number }

export function dayNumbers({ from, to }: DayRange): { first: number; last: number } {
  return { first: dayNumber(from), last: dayNumber(to) }
}

type Weeks = {
  /** The whole weeks of a range; none where `first` is after `last`. */
  first: number
  last: number
  /** The days before and after them. */
  before: { first: number; last: number }
  after: { first: number; last: number }
}

export function splitIntoWeeks(range: DayRange): Weeks {
  const { first, last } = dayNumbers(range)
  const firstWeek = weekNumber(first + 6)
  const lastWeek = weekNumber(last + 1) - 1
  const nothing = { first: 0, last: -1 }
  if (firstWeek > lastWeek) return { first: 0, last: -1, before: { first, last }, after: nothing }
  return {
    first: firstWeek,
    last: lastWeek,
    before: { first, last: firstWeek * 7 - 1 },
    after: { first: (lastWeek + 1) * 7, last },
  }
}
