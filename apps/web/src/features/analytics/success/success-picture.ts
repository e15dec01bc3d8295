import type { UsageAnswer } from '@podium/contracts'
import type { Format } from '../../../lib/format.ts'
import type { BarsPicture, SeriesLook } from '../../../ui/charts/picture.ts'
import type { ChartName } from '../../../ui/charts/chart-links.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { headOfRow, idOfRow, lookOfRow, nameOfRow } from '../usage-cells.ts'

type Options = {
  words: AnalyticsWords
  format: Format
  areFailuresRecorded: boolean
  lookOf: (kind: ChartName['kind'], key: string) => SeriesLook
}

/** The rate is a dot; a bar reaches down to what it surely is. The axis begins at the lowest of these. */
export function successPicture(
  { rows }: Pick<UsageAnswer, 'rows'>,
  { words, format, areFailuresRecorded, lookOf }: Options,
): BarsPicture {
  const bounds = rows.flatMap(({ usage }) => usage.reliability ?? [])
  const min = bounds.length === 0 ? 0 : Math.floor(Math.min(...bounds)) / 100
  return {
    kind: 'share',
    min,
    max: 1,
    ticks: [min, (min + 1) / 2, 1],
    heads: [words.columns.success, words.columns.failed],
    groups: [
      {
        key: 'all',
        bars: rows.map((row) => {
          const { success_rate: rate, reliability, failures } = row.usage
          return {
            key: idOfRow(row),
            label: headOfRow(row, words).label,
            name: nameOfRow(row),
            look: lookOfRow(row, lookOf),
            parts:
              rate === null || reliability === null
                ? []
                : [
                    {
                      label: words.columns.atLeast,
                      value: (rate - reliability) / 100,
                      colour: '--b4' as const,
                    },
                  ],
            from: reliability === null ? undefined : reliability / 100,
            dot: rate === null ? undefined : rate / 100,
            texts: [
              !areFailuresRecorded
                ? words.notRecorded
                : rate === null
                  ? '–'
                  : `${format.decimal(rate, 2)}\u00A0%`,
              format.count(failures),
            ],
          }
        }),
      },
    ],
  }
}
