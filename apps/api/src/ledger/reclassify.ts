import { apportionCounters } from './apportion-counters.ts'
import { isInDollars, isZero, noCounters, subtract } from '../domain/counters.ts'
import type { Move } from './day-booking.ts'
import type { Delta } from './delta.ts'
import { toUnits } from './dollars.ts'

/**
 * The changes that give `to` its part of each of the deltas that `from` has that day, placed or not. Every bucket keeps
 * its total and the parts sum to what moves.
 */
export function reclassify(deltas: readonly Delta[], move: Move): Delta[] {
  const shares = apportionCounters(move.counters, ({ name }) =>
    deltas.map(({ counters }) => (isInDollars(name) ? toUnits(counters[name]) : counters[name])),
  )
  return deltas.flatMap((delta, index) => {
    const counters = shares[index] ?? noCounters
    if (isZero(counters)) return []
    const taken = { ...delta, ...move.from, counters: subtract(noCounters, counters) }
    return [taken, { ...delta, ...move.to, counters }]
  })
}
