import type { Models } from '@podium/contracts'
import type { ChartTableData } from '../../../ui/charts/chart-table.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { dollarsOf } from '../usage-cells.ts'

export function pricesTable(
  { models }: Pick<Models, 'models'>,
  words: AnalyticsWords,
): ChartTableData {
  const { columns } = words
  return {
    columns: [
      { key: 'model', label: columns.model, kind: 'words' },
      { key: 'provider', label: columns.provider, kind: 'words' },
      { key: 'input', label: columns.input, kind: 'usd' },
      { key: 'output', label: columns.output, kind: 'usd' },
      { key: 'cached_input', label: columns.cachedInput, kind: 'usd' },
      { key: 'paid_per_1m', label: columns.paidPer1m, kind: 'usd' },
      { key: 'paid_per_1k', label: columns.paidPer1k, kind: 'usd' },
      { key: 'tokens', label: columns.tokens, kind: 'count' },
      { key: 'spend', label: columns.spend, kind: 'usd' },
    ],
    rows: models.map(({ model, provider, list_price: list, paid_per_1m_tokens: paid, usage }) => {
      const priced = !usage.unpriced
      return {
        key: model,
        head: { label: model, name: { kind: 'model', key: model, label: model } },
        cells: [
          provider,
          list?.input ?? null,
          list?.output ?? null,
          list?.cache_read ?? null,
          dollarsOf(paid, priced, words),
          dollarsOf(usage.cost_per_1k_tokens, priced, words),
          usage.tokens,
          dollarsOf(usage.spend_usd, priced, words),
        ],
      }
    }),
  }
}
