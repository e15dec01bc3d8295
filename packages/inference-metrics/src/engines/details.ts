/** What an engine says of itself beside its metrics. */
export type Details = {
  model: string | null
  version: string | null
  contextTokens: number | null
  kvCapacityTokens: number | null
}

/** A label and a name are kept to as many characters. */
const longest = 200

/** Follows names and indices into an answer that may be anything. */
export function valueAt(answer: unknown, ...path: readonly (string | number)[]): unknown {
  let value = answer
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = new Map(Object.entries(value)).get(String(key))
  }
  return value
}

export function textAt(answer: unknown, ...path: readonly (string | number)[]): string | null {
  const value = valueAt(answer, ...path)
  return typeof value === 'string' && value !== '' ? value.slice(0, longest) : null
}

export function countAt(answer: unknown, ...path: readonly (string | number)[]): number | null {
  const value = valueAt(answer, ...path)
  return typeof value === 'number' && value > 0 && value < Infinity ? value : null
}
