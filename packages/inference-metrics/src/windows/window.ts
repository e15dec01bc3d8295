/** One good scrape of a target. `at` is when the request was sent, in ms. */
export type Scrape = {
  at: number
  /** Failed scrapes, or too long a silence, lie between it and the one before. */
  isAfterGap: boolean
  /** A counter fell at it. */
  hasReset: boolean
}

export type Window = {
  from: number
  to: number
  seconds: number
  /** Good scrapes in it, both ends included. */
  scrapes: number
  resets: number
  gaps: readonly { from: number; to: number }[]
}

/**
 * Ends at the newest scrape and begins at the one that is nearest to `spanMs` before it. `inside` are its scrapes; `null`
 * with fewer than two.
 */
export function windowOf<T extends Scrape>(
  scrapes: readonly T[],
  spanMs: number,
): { window: Window; inside: readonly T[] } | null {
  const newest = scrapes.at(-1)
  if (newest === undefined) return null
  const begin = newest.at - spanMs
  let first = scrapes.length - 1
  while (first > 0 && isNearer(scrapes[first - 1], scrapes[first], begin)) first -= 1
  const inside = scrapes.slice(first)
  const oldest = inside[0]
  if (oldest === undefined || inside.length < 2) return null
  const later = inside.slice(1)
  return {
    inside,
    window: {
      from: oldest.at,
      to: newest.at,
      seconds: (newest.at - oldest.at) / 1000,
      scrapes: inside.length,
      resets: later.filter(({ hasReset }) => hasReset).length,
      gaps: later.flatMap(({ at, isAfterGap }, index) =>
        isAfterGap ? [{ from: inside[index]?.at ?? at, to: at }] : [],
      ),
    },
  }
}

function isNearer(a: Scrape | undefined, b: Scrape | undefined, instant: number): boolean {
  if (a === undefined || b === undefined) return false
  return b.at > instant && Math.abs(a.at - instant) <= Math.abs(b.at - instant)
}
