import type { UsageAnswer, UsageRow } from '@podium/contracts'
import type { Format } from '../../../lib/format.ts'
import type { ChartTableData, TableCell } from '../../../ui/charts/chart-table.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { dollarsOf, perMillion, shareOfPercent } from '../usage-cells.ts'
import { usageTable } from '../usage-table.ts'

export function providersTable(
  answer: Pick<UsageAnswer, 'rows' | 'totals'>,
  words: AnalyticsWords,
  format: Format,
): ChartTableData {
  const { columns } = words
  return usageTable(answer, words, {
    columns: [
      { key: 'provider', label: columns.provider, kind: 'words' },
      { key: 'tokens', label: columns.tokens, kind: 'count' },
      { key: 'share', label: columns.share, kind: 'share' },
      { key: 'requests', label: columns.requests, kind: 'count' },
      { key: 'failed', label: columns.failed, kind: 'count' },
      { key: 'success', label: columns.success, kind: 'share' },
      { key: 'spend', label: columns.spend, kind: 'usd' },
      { key: 'per_1m', label: columns.per1m, kind: 'usd' },
      { key: 'mean_time', label: columns.meanTime, kind: 'seconds' },
    ],
    cellsOf: (row) => [
      row.usage.tokens,
      row.share,
      row.usage.requests,
      row.usage.failures,
      shareOfPercent(row.usage.success_rate),
      dollarsOf(row.usage.spend_usd, row.priced, words),
      dollarsOf(perMillion(row.usage.cost_per_1k_tokens), row.priced, words),
      meanTime(row, words, format),
    ],
  })
}

/** In seconds, with how many requests it is the mean of. */
export function meanTime(
  { mean_response_ms: ms, timed_requests: timed }: UsageRow,
  words: AnalyticsWords,
  format: Format,
): TableCell {
  return ms === null ? null : { value: ms / 1000, title: words.timed(timed, format.count(timed)) }
}
