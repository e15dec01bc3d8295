import type { Counters } from '@podium/litellm-client'
import { counterList, isInDollars, noCounters } from '../domain/counters.ts'
import { apportion } from './apportion.ts'
import { fromUnits, toUnits } from './dollars.ts'

/** Splits counters into one share per weight, each counter by its own weights; dollars and their weights in units. */
export function apportionCounters(
  whole: Counters,
  weightsOf: (counter: (typeof counterList)[number]) => readonly number[],
): Counters[] {
  const shares: Counters[] = []
  for (const counter of counterList) {
    const { name } = counter
    const isDollars = isInDollars(name)
    const amount = isDollars ? toUnits(whole[name]) : whole[name]
    for (const [index, share] of apportion(amount, weightsOf(counter)).entries()) {
      shares[index] ??= { ...noCounters }
      shares[index][name] = isDollars ? fromUnits(share) : share
    }
  }
  return shares
}
