import { z } from 'zod'

export const BoardMeasure = z
  .enum(['tokens', 'spend', 'requests', 'success', 'efficiency', 'momentum', 'score'])
  .meta({ description: 'What the board is ranked by.' })
export type BoardMeasure = z.infer<typeof BoardMeasure>

export const SeriesMeasure = z
  .enum([
    'tokens',
    'prompt_tokens',
    'completion_tokens',
    'cache_read_tokens',
    'requests',
    'successes',
    'failures',
    'spend',
  ])
  .meta({ description: 'What is summed over time.' })
export type SeriesMeasure = z.infer<typeof SeriesMeasure>

export const MatrixMeasure = z
  .enum(['tokens', 'requests', 'spend', 'success', 'cost_per_1k_tokens', 'efficiency'])
  .meta({ description: 'What each cell of the matrix shows.' })
export type MatrixMeasure = z.infer<typeof MatrixMeasure>
