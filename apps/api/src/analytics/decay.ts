import { secondsPerHour } from '../domain/utc-day.ts'

/** What was seen in a bucket of `width` minutes. */
export type Seen = { start: number; width: number; amount: number }

/** The minutes that weigh something, of which the last few have to be known. */
const reach = 60
const fresh = 5

/** Adds to amounts by age in minutes before `asOf`, latest first; a longer bucket is spread over its minutes. */
export function addByAge(
  amounts: Float64Array,
  asOf: number,
  { start, width, amount }: Seen,
): void {
  for (let minute = 0; minute < width; minute += 1) {
    const age = Math.floor((asOf - start) / 60) - 1 - minute
    if (age >= 0 && age < amounts.length) amounts[age] = (amounts[age] ?? 0) + amount / width
  }
}

/**
 * A rate per minute, as it was `ago` minutes ago: each minute weighs half as much as the one `halfLife` minutes later.
 * Minutes that nobody watched are left out; where the last five are among them there is no rate.
 */
export function createRate(
  halfLife: number,
  isKnown: readonly boolean[],
  ago = 0,
): (amounts: Float64Array) => number | null {
  const known = isKnown.slice(ago, ago + reach)
  if (!known.slice(0, fresh).some(Boolean)) return () => null
  const weights = known.map((is, age) => (is ? 2 ** (-age / halfLife) : 0))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return (amounts) => {
    let total = 0
    for (let age = 0; age < weights.length; age += 1)
      total += (weights[age] ?? 0) * (amounts[ago + age] ?? 0)
    return total / whole
  }
}

/** For each of the last minutes, latest first. */
export function knownMinutes(
  asOf: number,
  minutes: number,
  isCovered: (span: { from: number; to: number }) => boolean,
): boolean[] {
  return Array.from({ length: minutes }, (_, age) => {
    const to = asOf - age * 60
    const hour = to - 60 - ((to - 60) % secondsPerHour)
    return isCovered({ from: to - 60, to }) || isCovered({ from: hour, to: hour + secondsPerHour })
  })
}
