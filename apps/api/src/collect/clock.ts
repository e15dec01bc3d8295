import { hourMs } from '../domain/utc-day.ts'

/** The wall clock, or an instant of the past that somebody lives through. */
export type Clock = {
  /** Whole milliseconds, never less than before. */
  now: () => number
  /** What was read was read before now, whatever the wall clock of this machine says. */
  notBefore: (at: number) => void
  /** `null` goes back to the wall clock. */
  pretend: (at: number | null) => void
}

const mostAheadMs = 2 * hourMs

/**
 * A wall clock that is set back by an hour is caught up with at half speed: so what is read stays in order and keeps
 * minutes of its own. One that is set back further was wrong before, and is followed at once.
 */
export function createClock(wall = Date.now, steady = () => performance.now()): Clock {
  let pretended: number | null = null
  let last = wall()
  let lastSteady = steady()

  function tick(): number {
    const at = steady()
    const slowly = last + (at - lastSteady) / 2
    const present = wall()
    last = slowly - present > mostAheadMs ? present : Math.max(present, slowly)
    lastSteady = at
    return Math.floor(last)
  }

  return {
    now: () => pretended ?? tick(),
    notBefore: (at) => {
      if (at - tick() <= mostAheadMs) last = Math.max(last, at)
    },
    pretend: (at) => {
      pretended = at
    },
  }
}
