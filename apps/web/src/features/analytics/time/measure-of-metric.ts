import type { SeriesMeasure } from '@podium/contracts'
import type { ValueKind } from '../../../ui/charts/value-text.ts'
import type { Metric } from '../analytics-view.ts'

export const measureOfMetric: Record<Metric, SeriesMeasure> = {
  tokens: 'tokens',
  spend: 'spend',
  requests: 'requests',
  failures: 'failures',
  cost: 'cost_per_1m_tokens',
  cache: 'cache_hit_share',
}

export function kindOfMeasure(measure: SeriesMeasure): ValueKind {
  if (measure === 'spend' || measure === 'cost_per_1m_tokens') return 'usd'
  return measure === 'cache_hit_share' ? 'share' : 'count'
}

export function isRatio(measure: SeriesMeasure): boolean {
  return measure === 'cost_per_1m_tokens' || measure === 'cache_hit_share'
}
