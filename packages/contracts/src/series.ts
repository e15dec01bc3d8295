import { z } from 'zod'
import { SeriesMeasure } from './measure.ts'
import { Window } from './window.ts'

export const Bucket = z.enum(['minute', '5min', '15min', 'hour', 'day'])
export type Bucket = z.infer<typeof Bucket>

export const Grouping = z.enum(['team', 'model', 'provider', 'none'])
export type Grouping = z.infer<typeof Grouping>

export const SeriesLine = z.object({
  /** Public id of a team, name of a model or provider; `null` for `all` and `others`. */
  key: z.string().nullable(),
  label: z.string(),
  kind: z.enum(['team', 'model', 'provider', 'all', 'others']),
  /** One for each of `starts`; `null` is not known. */
  placed: z.array(z.number().nullable()),
  /** By bucket, only where a bucket is a whole UTC day; else `null`. */
  unplaced: z.array(z.number().nullable()).nullable(),
  /** Everything in the window that no bucket can show. */
  unplaced_total: z.number(),
  /** Placed and unplaced. */
  total: z.number(),
})
export type SeriesLine = z.infer<typeof SeriesLine>

/** A series that stands alone or inside another answer. */
export const Series = z.object({
  bucket: Bucket,
  measure: SeriesMeasure,
  by: Grouping,
  /** The beginning of each bucket. */
  starts: z.array(z.iso.datetime()),
  /** Largest first; `others` last. */
  lines: z.array(SeriesLine),
})
export type Series = z.infer<typeof Series>

/** `GET /api/v1/series`. */
export const SeriesAnswer = Series.extend({ data_version: z.int().min(0), window: Window })
export type SeriesAnswer = z.infer<typeof SeriesAnswer>
