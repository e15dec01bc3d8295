import { apportion } from './apportion.ts'
import { counterNames, isInDollars, isZero, noCounters, subtract } from './counters.ts'
import type { Move } from './day-booking.ts'
import type { Delta } from './delta.ts'
import { fromUnits, toUnits } from './dollars.ts'

/**
 * The changes that give `to` its part of each of the deltas that `from` has that day, placed or not. Every bucket keeps
 * its total and the parts sum to what moves.
 */
export function reclassify(deltas: readonly Delta[], move: Move): Delta[] {
  const parts = deltas.map(() => ({ ...noCounters }))
  for (const name of counterNames) {
    const whole = (amount: number) => (isInDollars(name) ? toUnits(amount) : amount)
    const weights = deltas.map((delta) => whole(delta.counters[name]))
    for (const [index, share] of apportion(whole(move.counters[name]), weights).entries()) {
      const part = parts[index]
      if (part !== undefined) part[name] = isInDollars(name) ? fromUnits(share) : share
    }
  }
  return deltas.flatMap((delta, index) => {
    const counters = parts[index] ?? noCounters
    if (isZero(counters)) return []
    const taken = { ...delta, ...move.from, counters: subtract(noCounters, counters) }
    return [taken, { ...delta, ...move.to, counters }]
  })
}
