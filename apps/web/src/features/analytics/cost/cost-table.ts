import type { UsageAnswer, UsageRow } from '@podium/contracts'
import type { ChartTableData, TableHead } from '../../../ui/charts/chart-table.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { dollarsOf, firstLabel, perMillion } from '../usage-cells.ts'
import { usageTable } from '../usage-table.ts'

export function costTable(
  answer: Pick<UsageAnswer, 'rows' | 'totals'>,
  words: AnalyticsWords,
): ChartTableData {
  const { columns } = words
  const headOf = (row: UsageRow): TableHead => {
    if (row.kind === 'all') return { label: words.total }
    if (row.key === null) return { label: words.others }
    const label = firstLabel(row)
    return { label, name: { kind: 'team', key: row.key, label } }
  }
  return usageTable(answer, words, {
    columns: [
      { key: 'team', label: columns.team, kind: 'words' },
      { key: 'model', label: columns.model, kind: 'words' },
      { key: 'tokens', label: columns.tokens, kind: 'count' },
      { key: 'spend', label: columns.spend, kind: 'usd' },
      { key: 'per_1k', label: columns.per1k, kind: 'usd' },
      { key: 'per_1m', label: columns.per1m, kind: 'usd' },
    ],
    headOf,
    cellsOf: (row) => [
      row.then_key ?? '',
      row.usage.tokens,
      dollarsOf(row.usage.spend_usd, row.priced, words),
      dollarsOf(row.usage.cost_per_1k_tokens, row.priced, words),
      dollarsOf(perMillion(row.usage.cost_per_1k_tokens), row.priced, words),
    ],
  })
}
