export type Bucket = {
  /** `false` when the bucket is empty. */
  take: () => boolean
  /** Until the next `take` succeeds; 0 is now. */
  waitMs: () => number
  isFull: () => boolean
}

/** A token bucket: `capacity` at once, refilled at a steady pace. */
export function createBucket(options: {
  capacity: number
  perSecond: number
  now: () => number
}): Bucket {
  const { capacity, perSecond, now } = options
  let left = capacity
  let filledAt = now()

  function fill(): number {
    const at = now()
    // A clock that is set back must not empty it.
    left = Math.min(capacity, left + (Math.max(0, at - filledAt) / 1000) * perSecond)
    filledAt = at
    return left
  }

  return {
    take: () => {
      if (fill() < 1) return false
      left -= 1
      return true
    },
    waitMs: () => Math.max(0, Math.ceil(((1 - fill()) / perSecond) * 1000)),
    isFull: () => fill() >= capacity,
  }
}
