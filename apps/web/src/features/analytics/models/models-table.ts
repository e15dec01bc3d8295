import type { UsageAnswer, UsageRow } from '@podium/contracts'
import type { ChartTableData, TableRow } from '../../../ui/charts/chart-table.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { dollarsOf, headOfRow, nameOfRow, perMillion } from '../usage-cells.ts'
import { usageTable } from '../usage-table.ts'

export function modelsTable(
  answer: Pick<UsageAnswer, 'rows' | 'totals'>,
  words: AnalyticsWords,
): ChartTableData {
  const { columns } = words
  return usageTable(answer, words, {
    columns: [
      { key: 'model', label: columns.model, kind: 'words' },
      { key: 'provider', label: columns.provider, kind: 'words' },
      { key: 'tokens', label: columns.tokens, kind: 'count' },
      { key: 'share', label: columns.share, kind: 'share' },
      { key: 'requests', label: columns.requests, kind: 'count' },
      { key: 'failed', label: columns.failed, kind: 'count' },
      { key: 'spend', label: columns.spend, kind: 'usd' },
      { key: 'per_1k', label: columns.per1k, kind: 'usd' },
      { key: 'per_1m', label: columns.per1m, kind: 'usd' },
    ],
    // The label of a row is that of both its names; here each has its column.
    headOf: (row) => (nameOfRow(row) === undefined ? headOfRow(row, words) : modelHead(row)),
    cellsOf: (row) => [
      row.then_key ?? (row.key === null ? '' : null),
      row.usage.tokens,
      row.share,
      row.usage.requests,
      row.usage.failures,
      dollarsOf(row.usage.spend_usd, row.priced, words),
      dollarsOf(row.usage.cost_per_1k_tokens, row.priced, words),
      dollarsOf(perMillion(row.usage.cost_per_1k_tokens), row.priced, words),
    ],
  })
}

function modelHead({ key }: UsageRow): TableRow['head'] {
  const model = key ?? ''
  return { label: model, name: { kind: 'model', key: model, label: model } }
}
