import type { UsageAnswer } from '@podium/contracts'
import type { ChartTableData } from '../../../ui/charts/chart-table.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { dollarsOf } from '../usage-cells.ts'
import { usageTable } from '../usage-table.ts'

export function cacheTable(
  answer: Pick<UsageAnswer, 'rows' | 'totals'>,
  words: AnalyticsWords,
): ChartTableData {
  const { columns } = words
  return usageTable(answer, words, {
    columns: [
      { key: 'model', label: columns.model, kind: 'words' },
      { key: 'prompt', label: columns.prompt, kind: 'count' },
      { key: 'from_cache', label: columns.fromCache, kind: 'count' },
      { key: 'into_cache', label: columns.intoCache, kind: 'count' },
      { key: 'cache_hits', label: columns.cacheHits, kind: 'share' },
      { key: 'saved', label: columns.saved, kind: 'usd' },
    ],
    cellsOf: (row) => [
      row.usage.prompt_tokens,
      row.usage.cache_read_tokens,
      row.usage.cache_creation_tokens,
      row.usage.cache_hit_share,
      dollarsOf(row.cache_saving_usd, row.priced, words),
    ],
  })
}
