export type FamilyType = 'counter' | 'gauge' | 'histogram' | 'summary' | 'untyped'

export type Labels = ReadonlyMap<string, string>

/** `value` may be NaN or ±Infinity: engines print both. */
export type Sample = { labels: Labels; value: number }

export type Exposition = {
  /** Family name → type, from the `# TYPE` lines: a family may be announced and have no sample yet. */
  families: ReadonlyMap<string, FamilyType>
  /** Sample name (`…_bucket`, `…_total`) → its samples, in the order of the body. */
  samples: ReadonlyMap<string, readonly Sample[]>
  /** Lines that are no sample: counted, so that a caller can doubt the scrape. */
  malformed: number
}
