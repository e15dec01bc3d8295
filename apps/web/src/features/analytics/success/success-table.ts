import type { UsageAnswer } from '@podium/contracts'
import type { ChartTableData } from '../../../ui/charts/chart-table.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { dollarsOf, headOfGroup, rateOf } from '../usage-cells.ts'
import { usageTable } from '../usage-table.ts'

type Options = { words: AnalyticsWords; areFailuresRecorded: boolean }

export function successTable(
  answer: Pick<UsageAnswer, 'by' | 'rows' | 'totals'>,
  { words, areFailuresRecorded }: Options,
): ChartTableData {
  const { columns } = words
  const rate = (percent: number | null) => rateOf(percent, areFailuresRecorded, words)
  return usageTable(answer, words, {
    columns: [
      { key: 'name', label: headOfGroup(answer.by, words), kind: 'words' },
      { key: 'requests', label: columns.requests, kind: 'count' },
      { key: 'succeeded', label: columns.succeeded, kind: 'count' },
      { key: 'failed', label: columns.failed, kind: 'count' },
      { key: 'success', label: columns.success, kind: 'share' },
      { key: 'at_least', label: columns.atLeast, kind: 'share' },
      { key: 'cost_per_success', label: columns.costPerSuccess, kind: 'usd' },
    ],
    cellsOf: (row) => [
      row.usage.requests,
      row.usage.successes,
      row.usage.failures,
      rate(row.usage.success_rate),
      rate(row.usage.reliability),
      dollarsOf(row.usage.cost_per_success, row.priced, words),
    ],
  })
}
