type Known = number | null | undefined

/** `null` where there is nothing, or one of them is not known. */
export function sumOfAll<T>(parts: readonly T[], read: (part: T) => Known): number | null {
  let sum = 0
  for (const part of parts) {
    const value = read(part)
    if (value === null || value === undefined) return null
    sum += value
  }
  return parts.length === 0 ? null : sum
}

export function sumOfKnown<T>(parts: readonly T[], read: (part: T) => Known): number | null {
  const values = known(parts, read)
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
}

export function meanOfKnown<T>(parts: readonly T[], read: (part: T) => Known): number | null {
  const sum = sumOfKnown(parts, read)
  return sum === null ? null : sum / known(parts, read).length
}

function known<T>(parts: readonly T[], read: (part: T) => Known): number[] {
  return parts.map(read).filter((value) => value !== null && value !== undefined)
}
