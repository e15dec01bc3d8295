import type { Counters } from '@podium/litellm-client'
import { inDollars } from '../domain/counters.ts'

/**
 * Dollars are booked in multiples of 2^-40 (9.1e-13). Doubles on this grid add up without any error below 2^13
 * dollars, in whatever order and wherever they are added, so a cell's deltas sum to its absolute to the last bit. And
 * it is so fine that what is told to the billionth is what the gateway said, even of the sum of 100,000 cells.
 */
const unitsPerDollar = 2 ** 40

export function toUnits(usd: number): number {
  return Math.round(usd * unitsPerDollar)
}

export function fromUnits(units: number): number {
  // Plus nothing, because -0 is not worth a row.
  return units / unitsPerDollar + 0
}

export function onGrid(counters: Counters): Counters {
  const rounded = { ...counters }
  for (const name of inDollars) rounded[name] = fromUnits(toUnits(counters[name]))
  return rounded
}

/** The gateway adds its floats in another order each time: what two sums of the same may differ by. */
export function slackOf(usd: number): number {
  return Math.max(1e-10, 1e-11 * Math.abs(usd))
}
