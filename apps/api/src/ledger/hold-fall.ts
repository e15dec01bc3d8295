import type { Counters } from '@podium/litellm-client'
import { isBelow } from './compare.ts'
import { growing } from '../domain/counters.ts'
import type { Fall } from './day-state.ts'
import { minuteMs } from '../domain/utc-day.ts'

const readsToBelieve = 3

/**
 * Gateways do not take back what they counted, but pages, role changes and restored databases make it look so. A fall
 * is believed once three reads over a minute all show it and none falls further; until then the cell keeps what it has.
 */
export function holdFall(
  before: Fall | null,
  read: Counters,
  booked: Counters,
  at: number,
): { fall: Fall | null; isBelieved: boolean } {
  if (!growing.some((name) => isBelow(name, read, booked))) return { fall: null, isBelieved: false }
  if (before === null || growing.some((name) => isBelow(name, read, before.lowest)))
    return { fall: { reads: 1, firstAt: at, lowest: read }, isBelieved: false }
  const fall = { ...before, reads: before.reads + 1 }
  const isBelieved = fall.reads >= readsToBelieve && at - fall.firstAt >= minuteMs
  return isBelieved ? { fall: null, isBelieved } : { fall, isBelieved }
}
