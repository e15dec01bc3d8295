import type { Distribution, Distributions } from './series.ts'

/** The same distributions with the bounds of before, where they are equal: an hour of scrapes then holds one list of them. */
export function shareBounds(before: Distributions | null, now: Distributions): Distributions {
  return new Map([...now].map(([key, one]) => [key, shareWith(before?.get(key), one)]))
}

function shareWith(before: Distribution | undefined, now: Distribution): Distribution {
  return before !== undefined && haveSameBounds(before, now)
    ? { ...now, bounds: before.bounds }
    : now
}

export function haveSameBounds(a: Distribution, b: Distribution): boolean {
  return (
    a.bounds === b.bounds ||
    (a.bounds.length === b.bounds.length && a.bounds.every((bound, at) => bound === b.bounds[at]))
  )
}
