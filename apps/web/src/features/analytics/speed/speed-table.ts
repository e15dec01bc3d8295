import type { UsageAnswer } from '@podium/contracts'
import type { Format } from '../../../lib/format.ts'
import type { ChartTableData } from '../../../ui/charts/chart-table.ts'
import { meanTime } from '../providers/providers-table.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { rateOf } from '../usage-cells.ts'
import { usageTable } from '../usage-table.ts'

type Options = { words: AnalyticsWords; format: Format; areFailuresRecorded: boolean }

export function speedTable(
  answer: Pick<UsageAnswer, 'rows' | 'totals'>,
  { words, format, areFailuresRecorded }: Options,
): ChartTableData {
  const { columns } = words
  const rate = (percent: number | null) => rateOf(percent, areFailuresRecorded, words)
  return usageTable(answer, words, {
    columns: [
      { key: 'model', label: columns.model, kind: 'words' },
      { key: 'requests', label: columns.requests, kind: 'count' },
      { key: 'succeeded', label: columns.succeeded, kind: 'count' },
      { key: 'failed', label: columns.failed, kind: 'count' },
      { key: 'success', label: columns.success, kind: 'share' },
      { key: 'at_least', label: columns.atLeast, kind: 'share' },
      { key: 'mean_time', label: columns.meanTime, kind: 'seconds' },
    ],
    cellsOf: (row) => [
      row.usage.requests,
      row.usage.successes,
      row.usage.failures,
      rate(row.usage.success_rate),
      rate(row.usage.reliability),
      meanTime(row, words, format),
    ],
  })
}
