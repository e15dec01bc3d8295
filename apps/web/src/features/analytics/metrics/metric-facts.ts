import type { UsageAnswer } from '@podium/contracts'
import type { ValueKind } from '../../../ui/charts/value-text.ts'
import type { Metric } from '../analytics-view.ts'
import { perMillion } from '../usage-cells.ts'

export type MetricFacts = {
  value: number | null
  kind: ValueKind
  /** Relative, or in points where the metric is a share; `null` where that cannot be compared. */
  change: number | null
  isInPoints: boolean
}

/** The figure of each metric over the whole span, as the server says it. */
export function metricFacts(metric: Metric, { totals }: Pick<UsageAnswer, 'totals'>): MetricFacts {
  const { usage, change } = totals
  const ofWhole = (value: number | null, kind: ValueKind, by: number | null | undefined) => ({
    value,
    kind,
    change: by ?? null,
    isInPoints: false,
  })
  switch (metric) {
    case 'tokens':
      return ofWhole(usage.tokens, 'count', change?.tokens)
    case 'spend':
      return ofWhole(usage.spend_usd, 'usd', change?.spend)
    case 'requests':
      return ofWhole(usage.requests, 'count', change?.requests)
    case 'failures':
      return ofWhole(usage.failures, 'count', change?.failures)
    case 'cost':
      return ofWhole(perMillion(usage.cost_per_1k_tokens), 'usd', change?.cost_per_1m_tokens)
    case 'cache':
      return {
        value: usage.cache_hit_share,
        kind: 'share',
        change: change?.cache_hit_share ?? null,
        isInPoints: true,
      }
  }
}
