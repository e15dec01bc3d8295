import type { Hours } from '@podium/contracts'
import type { PollCoverage } from '../../domain/poll-coverage.ts'
import { isCovered } from '../is-covered.ts'
import type { TimeSlice } from '../../domain/time-slice.ts'
import { localHours, type LocalHour } from './local-hours.ts'

type HoursInput = {
  window: { from: number; to: number; tz: string }
  parts: readonly TimeSlice[]
  coverage: PollCoverage | null
}

/** Hour of the day × day of the week, on the clock of the window's zone. */
export function describeHours(known: HoursInput): Pick<Hours, 'cells' | 'unplaced_total'> {
  const { window, parts, coverage } = known
  const hours = localHours(window, window.tz)
  const cells: (number | null)[][] = Array.from({ length: 7 }, () => Array<null>(24).fill(null))
  const add = ({ weekday, hour }: LocalHour, value: number) => {
    const row = cells[weekday]
    if (row !== undefined) row[hour] = (row[hour] ?? 0) + value
  }
  for (const hour of hours) if (isCovered(coverage, hour)) add(hour, 0)
  let unplaced = 0
  for (const part of parts) {
    const hour = part.isPlaced ? hourOf(part, hours) : null
    if (hour === null) unplaced += part.amount
    else add(hour, part.amount)
  }
  return { cells, unplaced_total: unplaced }
}

/** `null` where the part lies in more than one hour of the zone's clock, so that nobody knows in which. */
function hourOf({ start, width }: TimeSlice, hours: readonly LocalHour[]): LocalHour | null {
  let low = 0
  let high = hours.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((hours[middle]?.from ?? 0) <= start) low = middle
    else high = middle - 1
  }
  const hour = hours[low]
  if (hour === undefined || start < hour.from || start >= hour.to) return null
  const isLast = low === hours.length - 1
  return isLast || start + width * 60 <= hour.to ? hour : null
}
