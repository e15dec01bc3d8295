import type { UsageAnswer } from '@podium/contracts'
import type { ChartTableData } from '../../../ui/charts/chart-table.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { headOfGroup } from '../usage-cells.ts'
import { usageTable } from '../usage-table.ts'

export function partsTable(
  answer: Pick<UsageAnswer, 'by' | 'rows' | 'totals'>,
  words: AnalyticsWords,
): ChartTableData {
  const { columns } = words
  return usageTable(answer, words, {
    columns: [
      { key: 'name', label: headOfGroup(answer.by, words), kind: 'words' },
      { key: 'prompt', label: columns.prompt, kind: 'count' },
      { key: 'from_cache', label: columns.fromCache, kind: 'count' },
      { key: 'into_cache', label: columns.intoCache, kind: 'count' },
      { key: 'completion', label: columns.completion, kind: 'count' },
      { key: 'tokens', label: columns.tokens, kind: 'count' },
      { key: 'cache_hits', label: columns.cacheHits, kind: 'share' },
    ],
    cellsOf: (row) => [
      row.usage.prompt_tokens,
      row.usage.cache_read_tokens,
      row.usage.cache_creation_tokens,
      row.usage.completion_tokens,
      row.usage.tokens,
      row.usage.cache_hit_share,
    ],
  })
}
