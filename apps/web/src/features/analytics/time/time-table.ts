import type { SeriesAnswer } from '@podium/contracts'
import type { Format } from '../../../lib/format.ts'
import type { ChartTableData, TableRow } from '../../../ui/charts/chart-table.ts'
import { stepTexts } from '../../../ui/charts/step-texts.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { idOfLine, labelOfLine, nameOfLine } from './line-names.ts'
import { kindOfMeasure } from './measure-of-metric.ts'
import { untilNow } from './until-now.ts'

/** Each step with each line, oldest first; then what no step can show, and the sums. */
export function timeTable(
  answer: SeriesAnswer,
  words: AnalyticsWords,
  format: Format,
): ChartTableData {
  const { lines, all, measure, bucket, starts, window, running } = untilNow(answer)
  const kind = kindOfMeasure(measure)
  const columns = [...lines, all]
  const texts = stepTexts({ bucket, starts, timeZone: window.tz }, format)
  const step = (start: string, index: number): TableRow => ({
    key: start,
    head: {
      label: texts.full[index] ?? start,
      datetime: start,
      note: index === running ? words.soFar : undefined,
    },
    cells: columns.map(({ values }) => values[index] ?? null),
  })
  const hasUntimed = columns.some(({ unplaced_total: untimed }) => (untimed ?? 0) !== 0)
  return {
    columns: [
      { key: 'from', label: words.columns.from, kind: 'words' },
      ...columns.map((line) => ({
        key: idOfLine(line),
        label: labelOfLine(line, words),
        name: nameOfLine(line),
        kind,
      })),
    ],
    rows: starts.map(step),
    foot: [
      ...(hasUntimed
        ? [
            {
              key: 'untimed',
              head: { label: words.untimed },
              cells: columns.map(({ unplaced_total: untimed }) => untimed),
            },
          ]
        : []),
      {
        key: 'total',
        head: { label: words.total },
        cells: columns.map(({ total }) => total),
      },
    ],
  }
}
