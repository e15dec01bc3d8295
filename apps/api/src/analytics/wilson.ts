const z = 1.96

/** The least share of successes that 95 % of such samples would bear out, 0–1; `null` without requests. */
export function wilsonLowerBound(successes: number, requests: number): number | null {
  if (requests <= 0) return null
  const share = successes / requests
  const centre = share + (z * z) / (2 * requests)
  const margin = z * Math.sqrt((share * (1 - share)) / requests + (z * z) / (4 * requests ** 2))
  return Math.max(0, (centre - margin) / (1 + (z * z) / requests))
}
