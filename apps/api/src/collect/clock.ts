/** The wall clock, or an instant of the past that somebody lives through. */
export type Clock = {
  now: () => number
  /** `null` goes back to the wall clock. */
  pretend: (at: number | null) => void
}

export function createClock(): Clock {
  let pretended: number | null = null
  return {
    now: () => pretended ?? Date.now(),
    pretend: (at) => {
      pretended = at
    },
  }
}
