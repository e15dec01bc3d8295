import type { CounterName, Counters } from '@podium/litellm-client'
import { inDollars, isInDollars, subtract } from '../domain/counters.ts'
import { slackOf } from './dollars.ts'

/** What `whole` has beyond `part`, with nothing where two sums of the same dollars differ by their order. */
export function beyond(whole: Counters, part: Counters): Counters {
  const difference = subtract(whole, part)
  for (const name of inDollars)
    if (Math.abs(difference[name]) <= slackOf(whole[name])) difference[name] = 0
  return difference
}

/** Dust may have been left out of either side, so a fall of dollars is more than a few times the slack. */
export function isBelow(name: CounterName, counters: Counters, than: Counters): boolean {
  const slack = isInDollars(name) ? 5 * slackOf(than[name]) : 0
  return counters[name] < than[name] - slack
}
