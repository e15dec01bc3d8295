/** What one bucket of `width` minutes held, of all models. */
export type SeenRequests = { start: number; width: number; requests: number; successes: number }

const slotSeconds = 600
const slotsInARow = 6
const windowRequests = 30

/** A success in each of six ten-minute slots in a row; a bucket that is longer proves nothing of a slot. */
export function hasSteadyHand(seen: readonly SeenRequests[]): boolean {
  const slots = seen
    .filter(({ width, successes }) => width * 60 <= slotSeconds && successes > 0)
    .map(({ start }) => Math.floor(start / slotSeconds))
  let row = 0
  let last = -Infinity
  for (const slot of [...new Set(slots)].toSorted((a, b) => a - b)) {
    row = slot === last + 1 ? row + 1 : 1
    last = slot
    if (row >= slotsInARow) return true
  }
  return false
}

/** Thirty requests of which 95 % went well, after thirty of which 30 % and more had not. */
export function hasComeback(seen: readonly SeenRequests[]): boolean {
  let requests = 0
  let successes = 0
  let wasDown = false
  for (const bucket of seen.toSorted((a, b) => a.start - b.start)) {
    requests += bucket.requests
    successes += bucket.successes
    if (requests < windowRequests) continue
    if (wasDown && successes >= 0.95 * requests) return true
    wasDown ||= successes <= 0.7 * requests
    requests = 0
    successes = 0
  }
  return false
}
