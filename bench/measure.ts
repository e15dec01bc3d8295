/** One figure beside what it is held to. `limit` was measured in the same run, or is a promise in words of its own. */
export type Figure = {
  name: string
  value: number
  unit: string
  limit: number
  limitIs: string
  isFloor: boolean
  ok: boolean
  /** What the figure was taken from, where it is a curve. */
  points?: readonly Point[]
}

export type Point = { x: number; y: number }

/** `id` is how `npm run bench -- p2` names it; several may share one, or the part of it before a hyphen. */
export type Measure = {
  id: string
  name: string
  /** Needs more than a checkout, so it runs only where it is named. */
  isOnDemand?: true
  run: (asked: Asked) => Promise<Figure[]>
}

/** What the command line says besides names. */
export type Asked = { minutes: number | null }

export function atMost(
  name: string,
  value: number,
  unit: string,
  limit: number,
  limitIs: string,
): Figure {
  return { name, value, unit, limit, limitIs, isFloor: false, ok: value <= limit }
}

export function atLeast(
  name: string,
  value: number,
  unit: string,
  limit: number,
  limitIs: string,
): Figure {
  return { name, value, unit, limit, limitIs, isFloor: true, ok: value >= limit }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined) throw new RangeError('no values')
  return (low + high) / 2
}
