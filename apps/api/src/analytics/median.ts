/** Between the two in the middle where they are two; `null` of nothing. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5)
}

/** Between its two neighbours, in proportion. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const at = share * (sorted.length - 1)
  const low = sorted[Math.floor(at)]
  const high = sorted[Math.ceil(at)]
  if (low === undefined || high === undefined) return null
  return low + (high - low) * (at - Math.floor(at))
}
