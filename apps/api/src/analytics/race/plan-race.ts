import { secondsPerDay, secondsPerHour } from '../../domain/utc-day.ts'

/** With the beginning of the span. */
export const mostPoints = 120

const minutes = [60, 120, 300, 900, 1800]
const hours = [1, 2, 3, 6, 12].map((count) => count * secondsPerHour)
const days = [1, 2, 4, 7].map((count) => count * secondsPerDay)

export type RacePlan = {
  unit: 'minute' | 'hour' | 'day'
  step: number
  /** Epoch seconds, first to last: the beginning of the span, then each full step, then its end. */
  at: readonly number[]
}

/** What everybody has to be read for is read in fewer steps: minutes and hours of all teams are many rows. */
export function planRace({ from, to }: { from: number; to: number }, isOfAll: boolean): RacePlan {
  const length = to - from
  const coarse = isOfAll ? leastStepOfAll(length) : 0
  const steps = [...minutes, ...hours, ...days]
  const fits = (step: number) =>
    step >= coarse && stepsWithin({ from, to }, step).count + 2 <= mostPoints
  const step = steps.find(fits) ?? 7 * secondsPerDay
  const unit = step < secondsPerHour ? 'minute' : step < secondsPerDay ? 'hour' : 'day'
  return { unit, step, at: pointsOf({ from, to }, step) }
}

function leastStepOfAll(length: number): number {
  if (length <= 2 * secondsPerHour) return 60
  if (length <= 2 * secondsPerDay) return secondsPerHour
  return length <= 31 * secondsPerDay ? secondsPerDay : 4 * secondsPerDay
}

/** The full steps of the clock between the ends of a span. */
function stepsWithin({ from, to }: { from: number; to: number }, step: number) {
  const first = Math.floor(from / step) + 1
  return { first, count: Math.max(0, Math.ceil(to / step) - first) }
}

function pointsOf({ from, to }: { from: number; to: number }, step: number): number[] {
  const { first, count } = stepsWithin({ from, to }, step)
  return [from, ...Array.from({ length: count }, (_, index) => (first + index) * step), to]
}
