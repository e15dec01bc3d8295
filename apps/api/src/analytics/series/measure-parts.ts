import type { SeriesMeasure, SumMeasure, Usage } from '@podium/contracts'
import { SumMeasure as Sums } from '@podium/contracts'

/** What a measure is made of. */
export type MeasureParts = {
  /** The sum itself, or what a ratio divides. */
  of: SumMeasure
  /** What a ratio divides by; `null` is no ratio. */
  over: SumMeasure | null
  /** What ranks the lines, and what has to add up. */
  weight: SumMeasure
  /** A ratio of the sums of one step; `null` where there is nothing to divide by. */
  divide: (of: number, over: number) => number | null
  /** The same as a usage tells it. */
  fromUsage: ((usage: Usage) => number | null) | null
  /** Changes of rates are told in points. */
  isRate: boolean
}

const ratios: Record<Exclude<SeriesMeasure, SumMeasure>, MeasureParts> = {
  cost_per_1m_tokens: {
    ...{ of: 'spend', over: 'tokens', weight: 'spend', isRate: false },
    divide: (usd, tokens) => (tokens > 0 ? 1000 * ((1000 * usd) / tokens) : null),
    fromUsage: ({ cost_per_1k_tokens: cost }) => (cost === null ? null : 1000 * cost),
  },
  cache_hit_share: {
    ...{ of: 'cache_read_tokens', over: 'prompt_tokens', weight: 'prompt_tokens', isRate: true },
    divide: (read, prompt) => (prompt > 0 ? read / prompt : null),
    fromUsage: (usage) => usage.cache_hit_share,
  },
  success: {
    ...{ of: 'successes', over: 'requests', weight: 'requests', isRate: true },
    divide: (successes, requests) =>
      requests > 0 ? Math.round((10_000 * successes) / requests) / 100 : null,
    fromUsage: (usage) => usage.success_rate,
  },
}

export function measureParts(measure: SeriesMeasure): MeasureParts {
  return isSum(measure)
    ? {
        of: measure,
        over: null,
        weight: measure,
        divide: (of) => of,
        fromUsage: null,
        isRate: false,
      }
    : ratios[measure]
}

function isSum(measure: SeriesMeasure): measure is SumMeasure {
  return Sums.options.some((sum) => sum === measure)
}
