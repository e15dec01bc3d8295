import type { Edges } from '../../series/buckets.ts'

type Slice = { start: number; width: number }

/** What lies in each bucket, by its number, and what is too long for one. */
export type Placed<T> = { buckets: ReadonlyMap<number, readonly T[]>; tooLong: readonly T[] }

/** `seconds` is how long slices are that are shorter than their width says. */
export function placeSlices<T extends Slice>(
  slices: readonly T[],
  edges: Edges,
  seconds: number | null,
): Placed<T> {
  const buckets = new Map<number, T[]>()
  const tooLong: T[] = []
  for (const slice of slices) {
    const end = slice.start + (seconds ?? slice.width * 60)
    const at = bucketOf(edges, slice.start)
    const edge = at === -1 ? undefined : edges[at + 1]
    if (edge === undefined) continue
    if (end > edge) tooLong.push(slice)
    else buckets.set(at, [...(buckets.get(at) ?? []), slice])
  }
  return { buckets, tooLong }
}

/** By halving, for there may be many. */
function bucketOf(edges: Edges, start: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? Infinity) <= start) low = middle + 1
    else high = middle
  }
  return low - 1
}
