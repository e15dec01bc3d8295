import type { UsageAnswer } from '@podium/contracts'
import type { Format } from '../../../lib/format.ts'
import { amountText } from '../../../ui/number-parts.ts'
import type { Metric } from '../analytics-view.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'

/** What stands under a figure beside its change; `null` is nothing. */
export function secondLine(
  metric: Metric,
  { totals, unpriced_models: unpriced }: Pick<UsageAnswer, 'totals' | 'unpriced_models'>,
  words: AnalyticsWords,
  format: Format,
): string | null {
  const { usage, cache_saving_usd: saving } = totals
  switch (metric) {
    case 'tokens':
    case 'requests':
      return null
    case 'spend':
      return unpriced.length === 0 ? null : words.withoutPrice(unpriced.length)
    case 'failures':
      return usage.success_rate === null
        ? null
        : words.succeeded(`${format.decimal(usage.success_rate, 2)}\u00A0%`)
    case 'cost':
      return usage.cost_per_1k_tokens === null
        ? null
        : words.per1k(format.usd(usage.cost_per_1k_tokens))
    case 'cache':
      return saving === null ? null : words.saved(amountText(saving, 'usd', format))
  }
}
