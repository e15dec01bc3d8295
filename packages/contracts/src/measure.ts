import { z } from 'zod'

/** What the board can be ranked by. */
export const BoardMeasure = z.enum([
  'tokens',
  'spend',
  'requests',
  'success',
  'efficiency',
  'momentum',
  'score',
])
export type BoardMeasure = z.infer<typeof BoardMeasure>

/** What can be summed over buckets. */
export const SeriesMeasure = z.enum([
  'tokens',
  'prompt_tokens',
  'completion_tokens',
  'cache_read_tokens',
  'requests',
  'successes',
  'failures',
  'spend',
])
export type SeriesMeasure = z.infer<typeof SeriesMeasure>

/** What a cell of the matrix can show. */
export const MatrixMeasure = z.enum([
  'tokens',
  'requests',
  'spend',
  'success',
  'cost_per_1k_tokens',
  'efficiency',
])
export type MatrixMeasure = z.infer<typeof MatrixMeasure>
