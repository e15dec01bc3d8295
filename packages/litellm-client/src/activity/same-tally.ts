import { beyond, counterNames, type Counters } from './counters.ts'
import type { DayTally, GroupSum, KeySum } from './day-tally.ts'

/** Whether two readings of a day have the same sums: counts exactly, money up to the order of its sum. */
export function isSameTally(one: DayTally, other: DayTally): boolean {
  return (
    isSameCounters(one.counters, other.counters) &&
    isSameMap(one.teams, other.teams, isSameGroup) &&
    isSameMap(one.models, other.models, isSameGroup) &&
    isSameMap(one.providers, other.providers, isSameGroup) &&
    isSameMap(one.keys, other.keys, isSameGroup)
  )
}

function isSameGroup(one: GroupSum, other: GroupSum): boolean {
  return isSameSum(one, other) && isSameMap(one.keys, other.keys, isSameSum)
}

function isSameSum(one: KeySum, other: KeySum): boolean {
  return isSameCounters(one.counters, other.counters)
}

function isSameMap<T>(
  one: ReadonlyMap<string, T>,
  other: ReadonlyMap<string, T>,
  isSame: (one: T, other: T) => boolean,
): boolean {
  if (one.size !== other.size) return false
  for (const [id, value] of one) {
    const counterpart = other.get(id)
    if (counterpart === undefined || !isSame(value, counterpart)) return false
  }
  return true
}

function isSameCounters(one: Counters, other: Counters): boolean {
  return counterNames.every((name) => beyond(one[name], other[name]) === 0)
}
