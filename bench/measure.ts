/** One figure beside what it is held to. `limit` was measured in the same run, or is a promise in words of its own. */
export type Figure = {
  name: string
  value: number
  unit: string
  limit: number
  limitIs: string
  ok: boolean
}

export type Measure = { name: string; run: () => Promise<Figure[]> }

export function atMost(
  name: string,
  value: number,
  unit: string,
  limit: number,
  limitIs: string,
): Figure {
  return { name, value, unit, limit, limitIs, ok: value <= limit }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined) throw new RangeError('no values')
  return (low + high) / 2
}
