/** The values of one figure by series, as one scrape had them. */
export type Series = ReadonlyMap<string, number>

/** A histogram's cumulative counts beside the upper ends of their buckets, the last of them Infinity. Without buckets only the mean is known. */
export type Distribution = {
  bounds: readonly number[]
  counts: readonly number[]
  sum: number
  count: number
}

export type Distributions = ReadonlyMap<string, Distribution>
