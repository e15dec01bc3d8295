import type { Usage, UsageAnswer } from '@podium/contracts'
import { isSum, type Metric } from './analytics-view.ts'

export type SumMetric = 'tokens' | 'spend' | 'requests' | 'failures'

/** What cards add up that cannot show a ratio. */
export function sumMetric(metric: Metric): SumMetric {
  return isSum(metric) ? metric : 'tokens'
}

export function sumOf(usage: Usage, metric: SumMetric): number | null {
  switch (metric) {
    case 'tokens':
      return usage.tokens
    case 'spend':
      return usage.spend_usd
    case 'requests':
      return usage.requests
    case 'failures':
      return usage.failures
  }
}

/** The metric that an answer is about: while another one is awaited, the old numbers keep their name. */
export function shownSum(answer: Pick<UsageAnswer, 'measure'> | undefined): SumMetric {
  const shown = answer?.measure
  return shown === 'spend' || shown === 'requests' || shown === 'failures' ? shown : 'tokens'
}
