import { z } from 'zod'

export const BoardMeasure = z
  .enum(['tokens', 'spend', 'requests', 'success', 'efficiency', 'momentum', 'score'])
  .meta({ description: 'What the board is ranked by.' })
export type BoardMeasure = z.infer<typeof BoardMeasure>

export const SumMeasure = z
  .enum([
    'tokens',
    'prompt_tokens',
    'completion_tokens',
    'cache_read_tokens',
    'cache_creation_tokens',
    'requests',
    'successes',
    'failures',
    'spend',
  ])
  .meta({ description: 'What is summed.' })
export type SumMeasure = z.infer<typeof SumMeasure>

export const RatioMeasure = z.enum(['cost_per_1m_tokens', 'cache_hit_share', 'success']).meta({
  description:
    'A ratio of sums: US dollars per million tokens of models that have a price, the share of the prompt that was read from a cache (0–1), and successful requests in percent.',
})
export type RatioMeasure = z.infer<typeof RatioMeasure>

export const SeriesMeasure = z.enum([...SumMeasure.options, ...RatioMeasure.options]).meta({
  description:
    'What is shown over time: a sum, or a ratio of sums, of `others` and of everything too.',
})
export type SeriesMeasure = z.infer<typeof SeriesMeasure>

export const MatrixMeasure = z
  .enum(['tokens', 'requests', 'spend', 'success', 'cost_per_1k_tokens', 'efficiency'])
  .meta({ description: 'What each cell of the matrix shows.' })
export type MatrixMeasure = z.infer<typeof MatrixMeasure>
