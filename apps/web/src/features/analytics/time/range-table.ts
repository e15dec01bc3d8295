import type { ChartLine, SeriesAnswer } from '@podium/contracts'
import type { Format } from '../../../lib/format.ts'
import type { ChartTableData, TableRow } from '../../../ui/charts/chart-table.ts'
import type { Metric } from '../analytics-view.ts'
import { changeText } from '../metrics/change-text.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { idOfLine, labelOfLine, nameOfLine } from './line-names.ts'
import { kindOfMeasure } from './measure-of-metric.ts'

type Options = { metric: Metric; words: AnalyticsWords; format: Format }

/** Of the whole range: each line with its sum, its share and what became of it. */
export function rangeTable(
  { lines, all, by, measure }: SeriesAnswer,
  { metric, words, format }: Options,
): ChartTableData {
  const line = (one: ChartLine, label: string): TableRow => ({
    key: idOfLine(one),
    head: { label, name: nameOfLine(one) },
    cells: [
      one.total,
      one.share,
      one.change === null ? null : changeText(one.change, measure === 'cache_hit_share', format),
    ],
  })
  return {
    columns: [
      { key: 'name', label: by === 'none' ? words.columns.all : words.columns[by], kind: 'words' },
      { key: 'value', label: words.metrics[metric], kind: kindOfMeasure(measure) },
      { key: 'share', label: words.columns.share, kind: 'share' },
      { key: 'change', label: words.columns.change, kind: 'number' },
    ],
    rows: lines.map((one) => line(one, labelOfLine(one, words))),
    foot: [line(all, words.total)],
  }
}
